package consumer

import io.github.analytics4j.synthflow.Call

fun number(call: Call): String = call.leadPhoneNumber()
