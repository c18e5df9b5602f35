package io.github.analytics4j.acceptance;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * What the comments of one source leave out of what the Javadoc shows of it: a type, a member, a parameter, a result, a checked
 * exception. As the tool does it passes over what is {@code @hidden}, with all that is in it, and over what overrides. Unlike
 * the {@code missing} of Java 17 it asks for the components of a record at the record, and not once more at its constructor.
 */
final class CommentGaps extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final Set<Tree.Kind> ALL_PUBLIC = Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private final DocTrees docs;
    private final List<String> gaps = new ArrayList<>();

    CommentGaps(DocTrees docs) {
        this.docs = docs;
    }

    static List<String> of(DocTrees docs, CompilationUnitTree source) {
        CommentGaps scanner = new CommentGaps(docs);
        scanner.scan(source, null);
        return scanner.gaps;
    }

    @Override
    public @Nullable Void visitPackage(PackageTree tree, @Nullable Void none) {
        if (source().getSourceFile().isNameCompatible("package-info", JavaFileObject.Kind.SOURCE)) {
            comment(tree, "the package", false);
        }
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
        String name = type.getSimpleName().toString();
        if (!isOpen(type.getModifiers())) {
            return null;
        }
        DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
        if (comment != null && isHidden(comment)) {
            return null;
        }
        if (comment(type, name, false) != null) {
            parameters(type, name, comment, typeParameters(type.getTypeParameters()));
            if (type.getKind() == Tree.Kind.RECORD) {
                parameters(type, name, comment, components(type));
            }
        }
        return scan(type.getMembers(), null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
        String name = method.getName() + "()";
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
        if (!isOpen(method.getModifiers()) || overrides) {
            return null;
        }
        DocCommentTree comment = comment(method, name, true);
        if (comment == null) {
            return null;
        }
        parameters(method, name, comment, typeParameters(method.getTypeParameters()));
        method.getParameters().stream()
                .filter(each -> start(each) > start(method)) // else a component, of a constructor without parentheses
                .forEach(each -> parameters(
                        method, name, comment, Stream.of(each.getName().toString())));
        Tree result = method.getReturnType();
        if (result != null
                && !result.toString().equals("void")
                && tags(comment, DocTree.Kind.RETURN).findAny().isEmpty()) {
            gap(method, name + " lacks @return");
        }
        Set<String> thrown = new HashSet<>();
        tags(comment, DocTree.Kind.THROWS)
                .forEach(each ->
                        thrown.add(((ThrowsTree) each).getExceptionName().toString()));
        method.getThrows().stream()
                .filter(each -> !thrown.contains(each.toString()))
                .forEach(each -> gap(method, name + " lacks @throws " + each));
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, @Nullable Void none) {
        if (isOpen(field.getModifiers())) {
            comment(field, field.getName().toString(), true);
        }
        return null;
    }

    /** The comment of what is shown; null where there is none, which is a gap, or where it hides what it is of. */
    private @Nullable DocCommentTree comment(Tree of, String name, boolean mayBeHidden) {
        DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
        if (comment == null || comment.getFullBody().isEmpty()) {
            gap(of, name + " lacks a sentence");
            return null;
        }
        return mayBeHidden && isHidden(comment) ? null : comment;
    }

    private static boolean isHidden(DocCommentTree comment) {
        return tags(comment, DocTree.Kind.HIDDEN).findAny().isPresent();
    }

    /** Tags at the end, and a result that the first sentence tells. */
    private static Stream<? extends DocTree> tags(DocCommentTree comment, DocTree.Kind kind) {
        return Stream.concat(comment.getBlockTags().stream(), comment.getFullBody().stream())
                .filter(each -> each.getKind() == kind);
    }

    private void parameters(Tree of, String name, DocCommentTree comment, Stream<String> wanted) {
        Set<String> told = new HashSet<>();
        tags(comment, DocTree.Kind.PARAM).map(ParamTree.class::cast).forEach(each -> {
            String parameter = each.getName().toString();
            told.add(each.isTypeParameter() ? "<" + parameter + ">" : parameter);
        });
        wanted.filter(each -> !told.contains(each)).forEach(each -> gap(of, name + " lacks @param " + each));
    }

    private static Stream<String> typeParameters(List<? extends TypeParameterTree> parameters) {
        return parameters.stream().map(each -> "<" + each.getName() + ">");
    }

    private static Stream<String> components(ClassTree type) {
        return type.getMembers().stream()
                .filter(each -> each instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .map(each -> ((VariableTree) each).getName().toString());
    }

    /** Whether users see it, in a type that they see. */
    private boolean isOpen(ModifiersTree modifiers) {
        Tree around = getCurrentPath().getParentPath().getLeaf();
        return modifiers.getFlags().contains(Modifier.PUBLIC)
                || modifiers.getFlags().contains(Modifier.PROTECTED)
                || (ALL_PUBLIC.contains(around.getKind())
                        && !modifiers.getFlags().contains(Modifier.PRIVATE));
    }

    private CompilationUnitTree source() {
        return getCurrentPath().getCompilationUnit();
    }

    private long start(Tree tree) {
        return docs.getSourcePositions().getStartPosition(source(), tree);
    }

    private void gap(Tree at, String what) {
        gaps.add(source().getSourceFile().getName() + ":"
                + source().getLineMap().getLineNumber(start(at)) + ": " + what);
    }
}
