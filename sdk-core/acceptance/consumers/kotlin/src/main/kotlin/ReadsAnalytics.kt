package consumer

import io.github.analytics4j.error.ApiException
import io.github.analytics4j.synthflow.Call
import io.github.analytics4j.synthflow.SynthflowClient
import io.github.analytics4j.testkit.Sandbox

/** A field that may be missing is a `String?` here, what is always there is a `String`. */
fun describe(call: Call): String {
    val id: String? = call.callId()
    val json: String = call.toJson()
    return (id ?: "no id") + " of " + json.length + " characters"
}

fun main() {
    Sandbox.builder().seed(7).calls(45).start().use { sandbox ->
        val api = sandbox.synthflow()
        SynthflowClient.builder().baseUrl(api.baseUrl()).apiKey(api.apiKey()).build().use { client ->
            val described = client.calls().list { r -> r.modelId(api.modelId()) }.map(::describe)
            check(described.size == 45) { "${described.size} calls" }
            check(described.first().startsWith(api.calls().id(0))) { described.first() }
            val total = client.analytics().export { }.durationMetrics()?.totalCalls() ?: 0
            check(total > 0) { "an export of $total calls" }
        }
        SynthflowClient.builder().baseUrl(api.baseUrl()).apiKey("a-wrong-key").build().use { refused ->
            val status = try {
                refused.analytics().export { }
                200
            } catch (e: ApiException) {
                e.status()
            }
            check(status == 401) { "status $status" }
        }
    }
    println("ok: Java ${Runtime.version().feature()}, Kotlin ${KotlinVersion.CURRENT}")
}
