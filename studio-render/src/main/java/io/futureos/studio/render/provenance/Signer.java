package io.futureos.studio.render.provenance;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** A host's key that signs reports. Safe for use by several threads; equal content has to get equal signatures. */
public interface Signer {

    /** By which name those who verify know the key. */
    String keyId();

    /** The signature of {@code content}. */
    byte[] sign(byte[] content);

    /** Signs with Ed25519 (RFC 8032) as the JDK has it. */
    static Signer ed25519(String keyId, PrivateKey key) {
        if (!key.getAlgorithm().equals("EdDSA") && !key.getAlgorithm().equals("Ed25519")) {
            throw new IllegalArgumentException("Reports are signed with a key for Ed25519, this one is for "
                    + key.getAlgorithm() + "; KeyPairGenerator.getInstance(\"Ed25519\") makes one");
        }
        return new Signer() {
            @Override
            public String keyId() {
                return keyId;
            }

            @Override
            public byte[] sign(byte[] content) {
                try {
                    Signature signature = Signature.getInstance("Ed25519");
                    signature.initSign(key);
                    signature.update(content);
                    return signature.sign();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("The key " + keyId + " can't sign with Ed25519", e);
                }
            }
        };
    }
}
