package io.futureos.studio.examples.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine that nobody else believes, made by the JDK's own tool. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Certificate(KeyStore store, char[] password) {

    static Certificate madeIn(Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("server.p12");
        String password = "of the store";
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password,
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=a server of the tests",
                        "-ext",
                        "SAN=ip:127.0.0.1")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool failed: " + said);
        }
        return new Certificate(KeyStore.getInstance(file.toFile(), password.toCharArray()), password.toCharArray());
    }

    /** Shows the certificate, and believes it. */
    SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
