package io.futureos.studio.storage.redis;

import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * A client, and what people call the server at its other end.
 *
 * @param owned whether nobody else closes the client
 */
record Server(UnifiedJedis client, String address, boolean owned) {

    private static final int DEFAULT_PORT = 6379;

    /** A connection on which nothing comes for so many time-outs, though a sign is asked for in each, is taken for broken. */
    private static final int SILENT_TIMEOUTS = 3;

    /** One that somebody else has a client for. */
    static Server of(UnifiedJedis client) {
        return new Server(client, "the address of the given client", false);
    }

    /**
     * The one at this address, which is not looked at yet.
     *
     * @throws IllegalArgumentException if it is none; the message has no password
     */
    static Server at(String uri, Duration timeout) {
        URI address = parsed(uri);
        var place = new HostAndPort(address.getHost(), address.getPort() < 0 ? DEFAULT_PORT : address.getPort());
        UnifiedJedis client = RedisClient.builder()
                .hostAndPort(place)
                .clientConfig(config(address, (int) timeout.toMillis()))
                .poolConfig(pool(timeout))
                .build();
        return new Server(client, place.toString(), true);
    }

    private static URI parsed(String uri) {
        URI address;
        try {
            address = URI.create(uri);
        } catch (IllegalArgumentException e) {
            throw noAddress("it is no URI"); // the cause would repeat the password
        }
        if (!JedisURIHelper.isRedisScheme(address) && !JedisURIHelper.isRedisSSLScheme(address)) {
            throw noAddress("it begins with " + address.getScheme() + ":");
        }
        if (address.getHost() == null) {
            throw noAddress("it names no host");
        }
        return address;
    }

    private static IllegalArgumentException noAddress(String problem) {
        return new IllegalArgumentException("This is not the address of a Redis: " + problem
                + ". Give redis://[user][:password@]host[:port][/database], with special characters of the password as %XX,"
                + " or rediss:// for TLS.");
    }

    private static JedisClientConfig config(URI address, int millis) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(millis)
                .socketTimeoutMillis(millis)
                .blockingSocketTimeoutMillis(SILENT_TIMEOUTS * millis)
                .user(JedisURIHelper.getUser(address))
                .password(JedisURIHelper.getPassword(address))
                .database(JedisURIHelper.getDBIndex(address))
                .clientName("studio");
        if (JedisURIHelper.isRedisSSLScheme(address)) {
            config.sslOptions(SslOptions.defaults());
        }
        return config.build();
    }

    private static ConnectionPoolConfig pool(Duration timeout) {
        var pool = new ConnectionPoolConfig();
        pool.setMaxWait(timeout);
        return pool;
    }
}
