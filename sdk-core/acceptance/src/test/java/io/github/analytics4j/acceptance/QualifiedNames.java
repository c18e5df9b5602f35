package io.github.analytics4j.acceptance;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types that a source names with their package where an import would do: no other type of that name is known in it. */
final class QualifiedNames extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final Pattern NAME = Pattern.compile("[a-z]\\w*(?:\\.[a-z]\\w*)+\\.[A-Z]\\w*[a-z]\\w*"
            + "|(?:okhttp3|okio|picocli|mockwebserver3|kotlin)\\.[A-Z]\\w*[a-z]\\w*");

    private final Set<String> taken;
    private final List<MemberSelectTree> found = new ArrayList<>();

    private QualifiedNames(Set<String> neighbours) {
        this.taken = new HashSet<>(neighbours);
    }

    static List<String> of(CompilationUnitTree source, SourcePositions positions, Set<String> neighbours) {
        QualifiedNames scanner = new QualifiedNames(neighbours);
        scanner.scan(source, null);
        return scanner.found.stream()
                .filter(each -> !scanner.taken.contains(each.getIdentifier().toString()))
                .map(each -> source.getSourceFile().getName() + ":"
                        + source.getLineMap().getLineNumber(positions.getStartPosition(source, each)) + ": " + each)
                .toList();
    }

    @Override
    public @Nullable Void visitImport(ImportTree tree, @Nullable Void none) {
        String name = tree.getQualifiedIdentifier().toString();
        taken.add(name.substring(name.lastIndexOf('.') + 1));
        return null;
    }

    @Override
    public @Nullable Void visitPackage(PackageTree tree, @Nullable Void none) {
        return scan(tree.getAnnotations(), null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
        taken.add(tree.getSimpleName().toString());
        return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void none) {
        if (NAME.matcher(tree.toString()).matches()) {
            found.add(tree);
            return null;
        }
        return super.visitMemberSelect(tree, null);
    }
}
