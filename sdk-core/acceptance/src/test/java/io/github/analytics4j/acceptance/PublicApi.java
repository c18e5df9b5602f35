package io.github.analytics4j.acceptance;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.analytics4j.error.GeneratedCodeApi;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public API as lines of text: the types of the core, of the four APIs and of the sandbox that users see, and their members,
 * each with its signature; a nullable type ends with a question mark. What is marked as {@link GeneratedCodeApi} is not there.
 */
final class PublicApi {
    /** The packages of the core, of all APIs and of the sandbox. */
    static final List<String> PACKAGES =
            Stream.concat(HouseRulesTest.rooms(), Stream.of("testkit")).toList();

    private static final String BASE = "io.github.analytics4j.";

    /** Of every object, and the same in all. */
    private static final Set<String> EVERYWHERE = Set.of("equals", "hashCode", "toString");

    private static final List<Class<?>> TYPES = read();

    private PublicApi() {}

    /** The open types of our packages, marked ones included. */
    static List<Class<?>> types() {
        return TYPES;
    }

    private static List<Class<?>> read() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.analytics4j")
                        .stream()
                        .filter(type -> PACKAGES.contains(type.getPackageName()
                                .substring(Math.min(type.getPackageName().length(), BASE.length()))))
                        .map(JavaClass::reflect)
                        .filter(PublicApi::isOpen)
                        .sorted(Comparator.comparing(Class::getName))
                        .collect(Collectors.toList());
    }

    private static boolean isOpen(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return isOpen(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (around == null || isOpen(around));
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** True of what is marked, or stands in a type that is. */
    static boolean isMarked(Class<?> type) {
        return type.isAnnotationPresent(GeneratedCodeApi.class)
                || (type.getEnclosingClass() != null && isMarked(type.getEnclosingClass()));
    }

    /** All lines: a type, then its members with four spaces in front. */
    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : types()) {
            if (!isMarked(type)) {
                lines.add(head(type));
                Stream<String> members = members(type);
                for (Class<?> hidden = type.getSuperclass();
                        hidden != null && !isOpen(hidden.getModifiers());
                        hidden = hidden.getSuperclass()) {
                    members = Stream.concat(members, members(hidden));
                }
                members.map(line -> "    " + line).sorted().forEach(lines::add);
            }
        }
        return lines;
    }

    private static String head(Class<?> type) {
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        int shown = type.getModifiers() & (Modifier.ABSTRACT | Modifier.FINAL);
        String modifiers = type.isInterface() || type.isEnum() || type.isRecord() ? "" : Modifier.toString(shown) + " ";
        String sealed = type.isSealed() ? "sealed " : "";
        Type parent = type.getGenericSuperclass();
        boolean plain = parent == null || parent == Object.class || type.isEnum() || type.isRecord();
        return (sealed + modifiers.stripLeading() + kind + " " + type.getName().substring(BASE.length())
                        + variables(type.getTypeParameters()) + (plain ? "" : " extends " + name(parent))
                        + list(" implements ", type.getGenericInterfaces()))
                .strip();
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> isShown(type, field, field))
                .map(PublicApi::field);
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> isShown(type, each, each))
                .map(PublicApi::constructor);
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(each -> isShown(type, each, each) && !EVERYWHERE.contains(each.getName()))
                .map(PublicApi::method);
        return Stream.of(fields, constructors, methods).flatMap(each -> each);
    }

    private static boolean isShown(Class<?> type, Member member, AnnotatedElement marks) {
        boolean reachable = Modifier.isPublic(member.getModifiers())
                || (Modifier.isProtected(member.getModifiers()) && !Modifier.isFinal(type.getModifiers()));
        return reachable && !member.isSynthetic() && !marks.isAnnotationPresent(GeneratedCodeApi.class);
    }

    private static String field(Field field) {
        return access(field) + "field " + field.getName() + ": " + name(field.getAnnotatedType());
    }

    private static String constructor(Constructor<?> each) {
        return access(each) + "new(" + parameters(each) + ")";
    }

    private static String method(Method method) {
        return access(method) + method.getName() + variables(method.getTypeParameters()) + "(" + parameters(method)
                + "): " + name(method.getAnnotatedReturnType()) + list(" throws ", method.getGenericExceptionTypes());
    }

    private static String access(Member member) {
        int modifiers = member.getModifiers();
        boolean ofInterface = member.getDeclaringClass().isInterface();
        return (Modifier.isProtected(modifiers) ? "protected " : "")
                + (Modifier.isStatic(modifiers) ? "static " : "")
                + (Modifier.isAbstract(modifiers) && !ofInterface ? "abstract " : "");
    }

    private static String parameters(Executable of) {
        return Arrays.stream(of.getAnnotatedParameterTypes())
                .map(PublicApi::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(AnnotatedType type) {
        return name(type.getType()) + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    /** The name of a type as it stands in the lines. */
    static String name(Type type) {
        return type.getTypeName()
                .replace(BASE, "")
                .replaceAll("java\\.(?:lang|util|util\\.function|util\\.concurrent|time|math)\\.(?=[A-Z])", "");
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(each -> each.getName() + bounds(each))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String bounds(TypeVariable<?> variable) {
        return variable.getBounds()[0] == Object.class ? "" : " extends " + name(variable.getBounds()[0]);
    }

    private static String list(String before, Type[] types) {
        return types.length == 0
                ? ""
                : before + Arrays.stream(types).map(PublicApi::name).collect(Collectors.joining(", "));
    }
}
