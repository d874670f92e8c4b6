#!/bin/sh
# Prints every figure and draws every picture of docs/forecasting.md, in about an hour on two cores.
# Build first: ./mvnw -q -DskipTests -Dquick -pl studio-bench -am package
# Then, in the project's root folder: studio-bench/forecasting-figures.sh FOLDER [MORE]
#   FOLDER  gets the tables, figures and forecasts
#   MORE    a folder with sweden-electric-cars.csv and others alike (month,cars,bev), if there is one
set -eu
out=$1
more=${2:-}
bench() {
  program=$1
  shift
  java -Xmx1g -cp studio-bench/target/studio-bench.jar "io.futureos.studio.bench.forecast.$program" "$@"
}
series() {
  name=$1
  file=$2
  shift 2
  [ -f "$file" ] || return 0
  bench ForecastBacktest --csv "$file" --month month "$@" --keep "$out/R" --write-json "$out/$name.json" > "$out/$name.txt" 2> "$out/$name.log"
  echo "$out/$name.json" >> "$out/series"
}
norway=studio-examples/quickstart/data/norway/template.json
data=studio-bench/data
mkdir -p "$out"
: > "$out/series"

bench ForecastBacktest --template $norway --keep "$out/R" --write-json "$out/norway.json" --write-csv "$out/norway.csv" \
  > "$out/norway.txt" 2> "$out/norway.log"
bench ForecastPictures --template $norway --forecasts "$out/norway.csv" --out docs/images

series construction $data/us-unemployment-construction.csv --value rate
series agriculture $data/us-unemployment-agriculture.csv --value rate
series education $data/us-unemployment-education-health.csv --value rate
series manufacturing $data/us-employment-sectors.csv --value manufacturing --of private
series leisure $data/us-employment-sectors.csv --value leisure_and_hospitality --of private
series saving $data/us-economics.csv --value saving_rate
series unemployed $data/us-economics.csv --value unemployed --of population
series homes $data/houston-home-sales.csv --value sales
series co2 $data/mauna-loa-co2.csv --value co2
if Rscript $data/from-r.R "$out/from-r" 2> "$out/from-r.log"; then
  series passengers "$out/from-r/air-passengers.csv" --value passengers
  series drivers "$out/from-r/uk-driver-casualties.csv" --value drivers
  series accidents "$out/from-r/us-accident-deaths.csv" --value deaths
  series wine "$out/from-r/australian-wine.csv" --value bottles
  series gas "$out/from-r/australian-gas.csv" --value gas
fi
for country in sweden germany netherlands; do
  series $country "$more/$country-electric-cars.csv" --value bev --of cars
done
bench BacktestOverview $(cat "$out/series") > "$out/overview.txt"

bench SimulatedCoverage > "$out/simulated.txt" 2> "$out/simulated.log"
cat "$out/norway.txt" "$out/overview.txt" "$out/simulated.txt"
