package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.PopulationSynthesizer.NetworkView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Picks households that hang together and gives them a place. Each archetype is a disc, sized by its share, and the discs
 * stand in a circle; within a disc the households fill a sunflower spiral (Vogel, 1979) in the order in which a walk along
 * their links meets them, so that neighbours lie close.
 */
final class NetworkLayout {

    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final double FILLED = 0.62;

    private final Households households;
    private final Map<Integer, Integer> nodeOf = new LinkedHashMap<>();
    private final List<NetworkView.Node> nodes = new ArrayList<>();

    private NetworkLayout(Households households) {
        this.households = households;
    }

    /** So many households with the links between them. */
    static NetworkView layOut(Households households, int nodes) {
        var layout = new NetworkLayout(households);
        int[] wanted = layout.quotas(Math.min(nodes, households.size()));
        double angle = 0;
        for (int archetype = 0; archetype < wanted.length; archetype++) {
            double share = wanted[archetype] / (double) Math.min(nodes, households.size());
            layout.place(archetype, wanted[archetype], share, angle + Math.PI * share);
            angle += 2 * Math.PI * share;
        }
        return new NetworkView(List.copyOf(layout.nodes), layout.edges());
    }

    /** How many nodes each archetype gets: its share of them, the remainders given by rounding running sums. */
    private int[] quotas(int nodes) {
        long[] sizes = new long[households.archetypes().size()];
        for (int household = 0; household < households.size(); household++) {
            sizes[households.archetypeOf(household)]++;
        }
        int[] quotas = new int[sizes.length];
        long sum = 0;
        int given = 0;
        for (int a = 0; a < sizes.length; a++) {
            sum += sizes[a];
            quotas[a] = (int) Math.round(sum * (double) nodes / households.size()) - given;
            given += quotas[a];
        }
        return quotas;
    }

    private void place(int archetype, int count, double share, double angle) {
        boolean alone = share > 0.999;
        double radius = alone ? 0.46 : FILLED * Math.sqrt(share) * 0.5;
        double orbit = alone ? 0 : 0.48 - Math.max(radius, 0.12);
        double centreX = 0.5 + orbit * StrictMath.cos(angle);
        double centreY = 0.5 + orbit * StrictMath.sin(angle);
        int[] members = walk(archetype, count);
        for (int i = 0; i < members.length; i++) {
            double distance = radius * Math.sqrt((i + 0.5) / members.length);
            double turn = i * GOLDEN_ANGLE;
            nodeOf.put(members[i], nodes.size());
            nodes.add(new NetworkView.Node(
                    members[i],
                    households.archetypes().get(archetype),
                    inside(centreX + distance * StrictMath.cos(turn)),
                    inside(centreY + distance * StrictMath.sin(turn))));
        }
    }

    /** Rounded to four digits: no screen shows more. */
    private static double inside(double coordinate) {
        return Math.rint(Math.min(1, Math.max(0, coordinate)) * 1e4) / 1e4;
    }

    /** Breadth first along links within the archetype; where they end, on from the next household. */
    private int[] walk(int archetype, int count) {
        int[] met = new int[count];
        var seen = new java.util.BitSet(households.size());
        int end = 0;
        int next = 0;
        for (int start = 0; end < count; start++) {
            if (households.archetypeOf(start) != archetype || seen.get(start)) {
                continue;
            }
            seen.set(start);
            met[end++] = start;
            for (; next < end && end < count; next++) {
                end = meetNeighbours(met[next], archetype, met, end, seen);
            }
        }
        return met;
    }

    private int meetNeighbours(int household, int archetype, int[] met, int end, java.util.BitSet seen) {
        int newEnd = end;
        Neighbours neighbours = households.neighbours();
        for (int i = neighbours.first()[household]; i < neighbours.first()[household + 1]; i++) {
            int other = neighbours.list()[i];
            if (newEnd < met.length && !seen.get(other) && households.archetypeOf(other) == archetype) {
                seen.set(other);
                met[newEnd++] = other;
            }
        }
        return newEnd;
    }

    private List<NetworkView.Edge> edges() {
        var edges = new ArrayList<NetworkView.Edge>();
        nodeOf.forEach((household, node) -> {
            Neighbours neighbours = households.neighbours();
            for (int i = neighbours.first()[household]; i < neighbours.first()[household + 1]; i++) {
                Integer other = nodeOf.get(neighbours.list()[i]);
                if (other != null && node < other) {
                    edges.add(new NetworkView.Edge(node, other));
                }
            }
        });
        return List.copyOf(edges);
    }
}
