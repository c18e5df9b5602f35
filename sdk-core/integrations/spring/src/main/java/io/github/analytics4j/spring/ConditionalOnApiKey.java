package io.github.analytics4j.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.StringUtils;

/** Holds where an API has a key that is more than blanks, so that an empty placeholder is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnApiKey.HasKey.class)
@interface ConditionalOnApiKey {

    /** The API's name. */
    String value();

    /** Looks at the environment. */
    final class HasKey extends SpringBootCondition {
        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Object api = Objects.requireNonNull(metadata.getAnnotationAttributes(ConditionalOnApiKey.class.getName()))
                    .get("value");
            String property = ClientSetup.PREFIX + api + "." + Api.KEY;
            ConditionMessage.Builder message = ConditionMessage.forCondition("API key");
            try {
                return StringUtils.hasText(context.getEnvironment().getProperty(property))
                        ? ConditionOutcome.match(message.because(property + " is set"))
                        : ConditionOutcome.noMatch(message.because(property + " is not set"));
            } catch (PlaceholderResolutionException e) {
                throw new InvalidClientException(property, e);
            }
        }
    }
}
