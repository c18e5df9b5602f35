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
                .superclass(ParameterizedTypeName.get(JavaTypes.json("OpenEnum"), known))
                .addJavadoc(JavadocText.paragraphs(model.doc()))
                .addJavadoc("\n<p>The set is open: a text that is not among the constants is kept as it came.\n");
        constants.forEach((value, constant) -> type.addField(constant(value, constant)));
        return type.addField(textType())
                .addMethod(constructor())
                .addMethod(of())
                .addType(knownEnum())
                .build();
    }

    private FieldSpec textType() {
        TypeName type = ParameterizedTypeName.get(JavaTypes.json("TextValue").nestedClass("Type"), self);
        CodeBlock.Builder all = CodeBlock.builder();
        constants.values().forEach(constant -> all.add(", $L", constant));
        return FieldSpec.builder(type, "TYPE", Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.of($S, text -> new $T(text, $T.$L)$L)",
                        JavaTypes.json("TextValue").nestedClass("Type"),
                        self.simpleName(),
                        self,
                        known,
                        UNRECOGNIZED,
                        all.build())
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
                .addStatement("super(text, known)")
                .build();
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(self)
                .addParameter(String.class, "text")
                .addJavadoc("{@return the value of a text on the wire; never fails}\n")
                .addJavadoc("\n@param text compared letter by letter with those of the constants\n")
                .addStatement("return TYPE.parse(text)")
                .build();
    }

    private static TypeSpec documented(String doc, Object... values) {
        return TypeSpec.anonymousClassBuilder("").addJavadoc(doc, values).build();
    }

    private TypeSpec knownEnum() {
        TypeSpec.Builder type = TypeSpec.enumBuilder("Known")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "The known values, named as the constants of {@link $T}; {@code UNRECOGNIZED} is any other.\n",
                        self);
        constants.values().forEach(each -> type.addEnumConstant(each, documented("{@link $T#$L}.\n", self, each)));
        return type.addEnumConstant(UNRECOGNIZED, documented("Any other text.\n"))
                .build();
    }
}
