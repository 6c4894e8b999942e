# The difference of a comparison from a package alone, with base R: Rscript comparison.R FOLDER CODE FIRST SECOND
# Prints x and n of both arms, the difference and its Newcombe interval (method 10) from Wilson's, as prop.test has them.
arguments <- commandArgs(trailingOnly = TRUE)
source(file.path(arguments[1], "load.R"))
rows <- load_package(arguments[1])$assignments
rows <- rows[rows$experiment == arguments[2], ]
count <- function(arm) c(x = sum(rows$arm == arm & rows$attended == "yes"), n = sum(rows$arm == arm))
wilson <- function(of) prop.test(of["x"], of["n"], correct = FALSE)$conf.int
a <- count(arguments[3]); b <- count(arguments[4])
share <- function(of) of[["x"]] / of[["n"]]
diff <- share(a) - share(b)
low <- diff - sqrt((share(a) - wilson(a)[1])^2 + (wilson(b)[2] - share(b))^2)
high <- diff + sqrt((wilson(a)[2] - share(a))^2 + (share(b) - wilson(b)[1])^2)
cat(format(c(a, b, diff, low, high), digits = 15), "\n")
