# Forecasts with a method of R's package forecast (Hyndman and Khandakar, 2008).
#   Rscript textbook.R ets|arima HORIZON VALUES FIRST_CALENDAR_MONTH < histories > forecasts
# A line of the input is a history by months, separated by commas, NA where a month is not known. A line of the output is
# that history's number, a horizon, and VALUES quantiles at the middles of as many equal parts of the distribution.
suppressMessages(library(forecast))
arguments <- commandArgs(trailingOnly = TRUE)
horizon <- as.integer(arguments[2])
values <- as.integer(arguments[3])
first <- as.integer(arguments[4])
half <- (seq_len(values / 2) - 0.5) / values
set.seed(1) # some of ets's intervals are simulated
lines <- readLines(file("stdin"))
for (number in seq_along(lines)) {
  history <- ts(as.numeric(strsplit(lines[number], ",")[[1]]), frequency = 12, start = c(2000, first))
  # ets drops all but the longest stretch without gaps, so gaps are filled for it.
  fit <- if (arguments[1] == "ets") ets(na.interp(history)) else auto.arima(history)
  said <- forecast(fit, h = horizon, level = 100 * (1 - 2 * rev(half)))
  # Levels ascend, so the lower bounds descend.
  for (h in seq_len(horizon)) {
    quantiles <- c(rev(said$lower[h, ]), said$upper[h, ])
    cat(number, h, format(sort(as.numeric(quantiles)), digits = 10, trim = TRUE), sep = ",")
    cat("\n")
  }
}
