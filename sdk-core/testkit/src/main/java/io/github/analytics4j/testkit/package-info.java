/**
 * A server on loopback that behaves as the four analytics APIs do, for tests and for trials without an account.
 *
 * <p>{@link io.github.analytics4j.testkit.Sandbox} starts five small web servers: one for each API, and one for the
 * storage that report links lead to. Their data come from a seed: a call log of any size is computed row by row when a
 * page is asked for, and what two answers say about the same calls agrees. They refuse what the vendors refuse, in the
 * vendors' own shapes, and show the odd values that the live APIs were seen to send.
 *
 * <h2>Testing with the sandbox</h2>
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class NightlyExportTest {
 *     @Test
 *     void export_serverFailsOnce_goesOn(Sandbox sandbox) {
 *         SynthflowSandbox api = sandbox.synthflow();
 *         sandbox.faults().on("/v2/calls").skip(3).times(1).show(Fault.status(503));
 *         api.calls().afterEachPage(log -> log.insertFirst(2));
 *
 *         runExport(api.baseUrl(), api.apiKey(), api.modelId());
 *
 *         assertThat(api.requests().last().query("limit")).contains("100");
 *     }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Wrong on purpose: {@link io.github.analytics4j.testkit.FaultScript} says which requests fail and
 *       {@link io.github.analytics4j.testkit.Fault} how; {@link io.github.analytics4j.testkit.PageQuirks} gets pages
 *       wrong; {@link io.github.analytics4j.testkit.RawFaultServer} sends what no web server would.
 *   <li>Moving data: with a clock that is given, rows come as it goes on and go as it goes back;
 *       {@link io.github.analytics4j.testkit.RowLog} inserts and deletes rows, between two pages if wanted, and
 *       {@link io.github.analytics4j.testkit.CallLog} adds, changes, moves and deletes single calls: in progress for nights,
 *       without a start, relabelled, back-dated. {@link io.github.analytics4j.testkit.SynthflowAccount} has agents and a
 *       key of its own.
 *   <li>Reports: {@link io.github.analytics4j.testkit.ReportControls} says how long a report takes, what its download
 *       answers meanwhile and what it contains; {@link io.github.analytics4j.testkit.StorageSandbox} serves the file,
 *       lets links expire, changes files and counts bytes.
 *   <li>Time: a {@link io.github.analytics4j.testkit.ManualClock} makes limits, reports and links wait for the test.
 *   <li>Typos: {@code Sandbox.builder().strict()} refuses parameters that a vendor would pass over in silence.
 *   <li>What arrived: {@link io.github.analytics4j.testkit.RequestLog} finds requests, waits for them and tells how they
 *       differ from the expected ones.
 *   <li>Other languages: {@link io.github.analytics4j.testkit.SandboxMain} runs it as a program, and
 *       {@code Sandbox.builder().admin()} serves an admin API that does what a test can.
 * </ul>
 */
@NullMarked
package io.github.analytics4j.testkit;

import org.jspecify.annotations.NullMarked;
