package io.futureos.studio.storage.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A piece of Lua that Redis runs as one step. It is sent once; from then on, its hash is. */
record Script(String text, String hash) {

    static Script of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Script(text, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-1", e);
        }
    }

    /** A Redis that was restarted knows no scripts. */
    Object run(UnifiedJedis redis, List<String> keys, String... arguments) {
        try {
            return redis.evalsha(hash, keys, List.of(arguments));
        } catch (JedisNoScriptException e) {
            return redis.eval(text, keys, List.of(arguments));
        }
    }
}
