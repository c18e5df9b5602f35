package consumer;

import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The application of the module's page: the newest calls of an agent as JSON. */
@SpringBootApplication
public class CallsApplication {
    public static void main(String[] args) {
        SpringApplication.run(CallsApplication.class, args);
    }

    @RestController
    static class CallsController {
        private final SynthflowClient synthflow;

        CallsController(SynthflowClient synthflow) {
            this.synthflow = synthflow;
        }

        @GetMapping("/agents/{agent}/calls")
        List<Call> newest(@PathVariable String agent, @RequestParam(defaultValue = "20") int limit) {
            return synthflow.calls().list(r -> r.modelId(agent)).limit(limit).toList();
        }
    }
}
