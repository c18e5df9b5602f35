package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.JavaNames;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** An open enum: constants for the known texts, {@code Known} to switch on, any other text kept. */
final class EnumEmitter {

    private static final String UNRECOGNIZED = "UNRECOGNIZED";

    private final EnumModel model;
    private final ClassName self;
    private final ClassName known;
    private final Map<EnumModel.Value, String> constants = new LinkedHashMap<>();

    EnumEmitter(EnumModel model, ApiNames names) {
        this.model = model;
        this.self = names.type(model.name());
        this.known = self.nestedClass("Known");
        NameAllocator allocator = NameAllocator.of(Reserved.CONSTANTS);
        for (EnumModel.Value value : model.values()) {
            String wish = JavaNames.constant(value.wire());
            constants.put(value, allocator.allocate(startsWithLetter(wish) ? wish : "VALUE_" + wish));
        }
    }

    private static boolean startsWithLetter(String wish) {
        return !wish.isEmpty() && Character.isLetter(wish.charAt(0));
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(JavaTypes.json("TextValue"))
                .addJavadoc(JavadocText.paragraphs(model.doc()))
                .addJavadoc("\n<p>The set is open: a text that is not among the constants is kept as it came.\n");
        type.addField(textType());
        constants.forEach((value, constant) -> type.addField(constant(value, constant)));
        return type.addField(String.class, "text", Modifier.PRIVATE, Modifier.FINAL)
                .addField(known, "known", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(of())
                .addMethod(known())
                .addMethod(text())
                .addMethods(ObjectMethods.byText(self))
                .addType(knownEnum())
                .build();
    }

    private FieldSpec textType() {
        TypeName type = ParameterizedTypeName.get(JavaTypes.json("TextType"), self);
        return FieldSpec.builder(type, "TYPE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("How texts become values of this type.\n")
                .initializer("$T.of($S, $T::of)", JavaTypes.json("TextType"), self.simpleName(), self)
                .build();
    }

    private FieldSpec constant(EnumModel.Value value, String constant) {
        return FieldSpec.builder(self, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(doc(value))
                .initializer("new $T($S, $T.$L)", self, value.wire(), known, constant)
                .build();
    }

    private static CodeBlock doc(EnumModel.Value value) {
        String meaning = JavadocText.sentences(value.doc());
        return CodeBlock.of("$L$L\n", JavadocText.code(value.wire()), meaning.isEmpty() ? "." : ": " + meaning);
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(String.class, "text")
                .addParameter(known, "known")
                .addStatement("this.text = text")
                .addStatement("this.known = known")
                .build();
    }

    private MethodSpec of() {
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (text) {\n$>");
        constants.forEach((value, constant) -> cases.add("case $S -> $L;\n", value.wire(), constant));
        cases.add("default -> new $T(text, $T.$L);\n$<};\n", self, known, UNRECOGNIZED);
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(self)
                .addParameter(String.class, "text")
                .addJavadoc("The value of a text; never fails.\n\n@param text as on the wire\n")
                .addCode(cases.build())
                .build();
    }

    private MethodSpec known() {
        return MethodSpec.methodBuilder("known")
                .addModifiers(Modifier.PUBLIC)
                .returns(known)
                .addJavadoc("Which of the known values this is, to switch on.\n")
                .addStatement("return known")
                .build();
    }

    private static MethodSpec text() {
        return MethodSpec.methodBuilder("text")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return text")
                .build();
    }

    private TypeSpec knownEnum() {
        TypeSpec.Builder type = TypeSpec.enumBuilder("Known")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The values known when this SDK was made.\n");
        constants.forEach((value, constant) -> type.addEnumConstant(
                constant,
                TypeSpec.anonymousClassBuilder("").addJavadoc(doc(value)).build()));
        TypeSpec unrecognized = TypeSpec.anonymousClassBuilder("")
                .addJavadoc("Any other text, see {@link $T#text}.\n", self)
                .build();
        return type.addEnumConstant(UNRECOGNIZED, unrecognized).build();
    }
}
