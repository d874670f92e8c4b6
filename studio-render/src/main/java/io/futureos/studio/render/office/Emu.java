package io.futureos.studio.render.office;

/** English Metric Units, in which Office's formats place and size things (ECMA-376-1, 20.1.2.1). */
public final class Emu {

    /** 914,400 to an inch, and 72 points to an inch. */
    public static final int PER_POINT = 12_700;

    private Emu() {}
}
