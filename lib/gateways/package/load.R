# Reads a package with base R alone: names, types, codes and reasons come from its own codebook.csv.
#
#   Rscript load.R [FOLDER]              checks the rows and prints a line for each table
#   source("load.R"); tables <- load_package("FOLDER")
#
# Closed lists become factors in the order of their codes, with the codes as labels (label_with = "en" takes
# the English ones); missing values become NA.

load_package <- function(folder = ".", label_with = NULL) {
  book <- read.csv(file.path(folder, "codebook.csv"), colClasses = "character", encoding = "UTF-8",
                   na.strings = character(0))
  split_list <- function(text) if (text == "") character(0) else strsplit(text, " | ", fixed = TRUE)[[1]]
  tables <- list()
  for (file in unique(book$file)) {
    columns <- book[book$file == file, ]
    rows <- read.csv(file.path(folder, file), colClasses = "character", na.strings = character(0))
    if (!identical(names(rows), columns$name)) stop(file, ": other columns than in codebook.csv")
    if (nrow(rows) != as.integer(columns$rows[1])) stop(file, ": ", nrow(rows), " rows instead of ", columns$rows[1])
    for (i in seq_len(nrow(columns))) {
      column <- columns[i, ]
      cells <- rows[[column$name]]
      cells[cells %in% split_list(column$missing)] <- NA
      codes <- split_list(column$codes)
      if (column$type == "integer") {
        cells <- as.integer(cells)
      } else if (length(codes) > 0) {
        unknown <- setdiff(cells[!is.na(cells)], codes)
        if (length(unknown) > 0) stop(file, ": ", column$name, " has the unknown code ", unknown[1])
        labels <- if (is.null(label_with)) codes else split_list(column[[paste0("labels_", label_with)]])
        cells <- factor(cells, levels = codes, labels = labels, ordered = column$ordered == "yes")
      }
      rows[[column$name]] <- cells
    }
    tables[[sub("\\.csv$", "", file)]] <- rows
  }
  tables
}

if (!interactive() && sys.nframe() == 0L) {
  arguments <- commandArgs(trailingOnly = TRUE)
  tables <- load_package(if (length(arguments) > 0) arguments[1] else ".")
  for (name in names(tables)) cat(name, nrow(tables[[name]]), "\n")
}
