package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.DaemonThreads;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/**
 * The sandbox as a program: prints where the four APIs listen and with which keys, then serves until it is interrupted.
 * Arguments: {@code --port=8080} for the first of five ports, {@code --calls=1000000}, {@code --seed=7}, {@code --log}.
 */
public final class SandboxMain {
    private SandboxMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            Sandbox sandbox = start(arguments, System.out);
            Runtime.getRuntime().addShutdownHook(DaemonThreads.thread(sandbox::close));
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Starts what the arguments ask for and prints how to reach it, as variables a shell can take over. */
    static Sandbox start(String[] arguments, PrintStream out) {
        Sandbox.Builder builder = Sandbox.builder().growing(true);
        for (String argument : arguments) {
            configure(builder, argument, out);
        }
        Sandbox sandbox = builder.start();
        sandbox.environment().forEach((name, value) -> out.println(name + "=" + value));
        out.flush();
        return sandbox;
    }

    private static void configure(Sandbox.Builder builder, String argument, PrintStream out) {
        int equals = argument.indexOf('=');
        String value = argument.substring(equals + 1);
        switch (equals < 0 ? argument : argument.substring(0, equals)) {
            case "--port" -> builder.port(Integer.parseInt(value));
            case "--calls" -> builder.calls(Long.parseLong(value));
            case "--seed" -> builder.seed(Long.parseLong(value));
            case "--log" -> builder.log(out::println);
            default ->
                throw new IllegalArgumentException(
                        "unknown argument " + argument + "; known are --port=, --calls=, --seed= and --log");
        }
    }
}
