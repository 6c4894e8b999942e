# The figures of a package by R: Rscript statistics.R FOLDER. Reads its CSV files and its codebook by its own load.R.
# Prints name,number on each line.
library(survival)

folder <- commandArgs(trailingOnly = TRUE)[1]
source(file.path(folder, "load.R"))
people <- load_package(folder)$pathways

say <- function(name, value) cat(name, ",", format(value, digits = 17), "\n", sep = "")
wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int
share <- function(name, x, n) {
  say(paste0(name, ".x"), x)
  say(paste0(name, ".n"), n)
  limits <- wilson(x, n)
  say(paste0(name, ".lo"), limits[1])
  say(paste0(name, ".hi"), limits[2])
}
# As a page prints it: both counts to 5, and the interval of these.
to_five <- function(count) 5 * floor(count / 5 + 0.5)

asked <- !is.na(people$intention_before)
inclined <- asked & people$intention_before >= 5
went_by <- function(days) people$status %in% "attended" & people$time <= days
closed_at <- function(days) !is.na(people$t0_day) & people$followed_days - people$t0_day >= days

for (days in c(7, 14, 30, 60, 90)) {
  closed <- inclined & closed_at(days)
  x <- sum(closed & went_by(days))
  share(paste0("gap.d", days), sum(closed) - x, sum(closed))
  share(paste0("page.d", days), to_five(x), to_five(sum(closed)))
}

closed <- asked & closed_at(30)
for (name in c("inclined", "disinclined")) for (acted in c("actors", "abstainers")) {
  is_in <- closed & (if (name == "inclined") inclined else !inclined) & (if (acted == "actors") went_by(30) else !went_by(30))
  share(paste0("quadrants.", name, "_", acted), sum(is_in), sum(closed))
}

curve <- survfit(Surv(time, status) ~ 1, data = people[inclined, ], conf.type = "log-log")
at <- summary(curve, times = c(7, 14, 30, 60, 90), extend = TRUE)
event <- match("attended", curve$states)
for (i in seq_along(at$time)) {
  name <- paste0("curve.d", at$time[i])
  say(paste0(name, ".est"), at$pstate[i, event])
  say(paste0(name, ".se"), at$std.err[i, event])
  say(paste0(name, ".lo"), at$lower[i, event])
  say(paste0(name, ".hi"), at$upper[i, event])
}

reached <- function(day) !is.na(day)
engaged <- reached(people$engaged_day)
strongest <- pmax(people$intention_before, people$intention_after, na.rm = TRUE)
stages <- list(
  started = reached(people$started),
  completed = reached(people$completed_day),
  viewed = reached(people$viewed_day),
  engaged = engaged,
  intended = reached(people$viewed_day) & !is.na(strongest) & strongest >= 5,
  chose = engaged & reached(people$chose_day),
  acted = engaged & (reached(people$requested_day) | reached(people$referral_day))
)
for (name in names(stages)) say(paste0("funnel.", name), sum(stages[[name]]))
