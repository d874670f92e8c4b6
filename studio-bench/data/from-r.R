# Writes monthly series that R and its package forecast bring along: Rscript from-r.R FOLDER
folder <- commandArgs(trailingOnly = TRUE)[1]
dir.create(folder, recursive = TRUE, showWarnings = FALSE)
data(list = c("wineind", "gas"), package = "forecast")
write <- function(series, name, column) {
  when <- as.numeric(time(series)) + 1e-6
  month <- sprintf("%d-%02d", floor(when), floor(12 * (when - floor(when))) + 1)
  frame <- setNames(data.frame(month, as.numeric(series)), c("month", column))
  write.table(frame, file.path(folder, paste0(name, ".csv")), sep = ",", quote = FALSE, row.names = FALSE)
}
write(AirPassengers, "air-passengers", "passengers")
write(UKDriverDeaths, "uk-driver-casualties", "drivers")
write(USAccDeaths, "us-accident-deaths", "deaths")
write(wineind, "australian-wine", "bottles")
write(window(gas, 1975), "australian-gas", "gas")
