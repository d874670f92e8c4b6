package io.futureos.studio.examples.smtp;

import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;

/** Lets one user in. */
final class Guard {

    private Guard() {}

    static AuthenticationHandlerFactory of(String user, String password) {
        return new EasyAuthenticationHandlerFactory((givenUser, givenPassword, context) -> {
            if (!user.equals(givenUser) || !password.equals(givenPassword)) {
                throw new LoginFailedException();
            }
        });
    }
}
