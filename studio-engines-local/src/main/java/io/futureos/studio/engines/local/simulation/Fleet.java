package io.futureos.studio.engines.local.simulation;

/**
 * Which households drive electric in one future, and how many households of each kind see how many electric neighbours. The
 * first takes a bit for each household, the second a number for each cell of the town's {@link Kinds}. Used by one thread at
 * a time.
 */
final class Fleet {

    private final Town town;
    private final Kinds kinds;
    private final int[] first;
    private final int[] list;
    private final long[] electric;
    private final int[] households;

    private Fleet(Town town, long[] electric, int[] households) {
        this.town = town;
        this.kinds = town.kinds();
        this.first = town.households().neighbours().first();
        this.list = town.households().neighbours().list();
        this.electric = electric;
        this.households = households;
    }

    /** A town in which nobody drives electric. */
    static Fleet withoutElectric(Town town) {
        var fleet = new Fleet(
                town, new long[(town.size() + 63) / 64], new int[town.kinds().cells()]);
        fleet.count();
        return fleet;
    }

    Fleet copy() {
        return new Fleet(town, electric.clone(), households.clone());
    }

    /** The same households in a town where some of them are of another kind. */
    Fleet in(Town other) {
        if (other == town) {
            return copy();
        }
        var fleet = new Fleet(other, electric.clone(), new int[other.kinds().cells()]);
        fleet.count();
        return fleet;
    }

    private void count() {
        for (int household = 0; household < town.size(); household++) {
            households[cell(household)]++;
        }
    }

    boolean drivesElectric(int household) {
        return (electric[household >> 6] >>> household & 1) != 0;
    }

    /** The cell that a household is in. */
    int cell(int household) {
        int cell = kinds.firstCell(kinds.of(household));
        int to = first[household + 1];
        for (int i = first[household]; i < to; i++) {
            int other = list[i];
            cell += (int) (electric[other >> 6] >>> other & 1);
        }
        return cell;
    }

    /** How many households are in each cell; not to be changed. */
    int[] households() {
        return households;
    }

    /** A household changes from one kind of car to the other, and its neighbours see it. */
    void change(int household) {
        int more = drivesElectric(household) ? -1 : 1;
        int to = first[household + 1];
        for (int i = first[household]; i < to; i++) {
            int cell = cell(list[i]);
            households[cell]--;
            households[cell + more]++;
        }
        electric[household >> 6] ^= 1L << household;
    }

    /** The share of all households that drive electric. */
    double share() {
        long count = 0;
        for (long word : electric) {
            count += Long.bitCount(word);
        }
        return count / (double) town.size();
    }
}
