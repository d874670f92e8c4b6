package io.futureos.studio.engines.local.intent;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import java.util.List;

/** The variables that the tests' questions are about. */
final class Cars {

    static final List<Variable> VARIABLES = List.of(
            column("new_cars", "new passenger cars", "cars"),
            column("battery_electric", "battery-electric new passenger cars", "cars"),
            column("battery_electric_share", "battery-electric cars of the new passenger cars", "share"),
            column("inflation", "consumer price inflation", "%"),
            new Variable(
                    "vat_exemption",
                    "share of the VAT exemption that is in force",
                    "share",
                    Variable.Kind.ASSUMPTION,
                    null,
                    Aggregation.MEAN,
                    null,
                    null,
                    1.0,
                    0.0,
                    1.0));

    private Cars() {}

    static Variable column(String name, String label, String unit) {
        boolean share = unit.equals("share");
        return new Variable(
                name,
                label,
                unit,
                Variable.Kind.COLUMN,
                "new_cars",
                Aggregation.SUM,
                null,
                null,
                null,
                share ? 0.0 : null,
                share ? 1.0 : null);
    }
}
