# Reference values for many areas: funnel limits, overdispersion, shrinkage, standardised rates.
# Command:  Rscript --vanilla gebieden.R > gebieden.json
# R 4.2.2 with r-cran-epitools (0.5-10.1) and r-cran-spdep (1.2-7), packages of Debian 12. Numbers have 17 digits.
# Written by others and used as they are: spdep::EBest, epitools::ageadjust.direct, poisson.test. The spread (phi, tau2)
# is written out after FunnelPlotR's own functions (od_adjustment.R), which is no Debian package.
# The counts are the public police figures of Zaanstreek-Waterland (action plan of the region, annex 1).

suppressPackageStartupMessages({ library(epitools); library(spdep) })
nr <- function(x) ifelse(is.finite(x), formatC(x, digits = 17, format = "g", width = 1), "null")
tabel <- function(naam, kolommen, m, komma = ",") {
  rijen <- apply(m, 1, function(r) paste0("[", paste(nr(as.numeric(r)), collapse = ","), "]"))
  cat(sprintf('  "%s": {"kolommen": ["%s"], "rijen": [\n    %s\n  ]}%s\n', naam,
              paste(kolommen, collapse = '","'), paste(rijen, collapse = ",\n    "), komma))
}
per <- function(m, f) t(apply(m, 1, function(r) c(r, f(r))))
niveaus <- c(.8, .95, .998)
cat('{\n  "bron": "', R.version.string, ' (Debian 12; epitools ', as.character(packageVersion("epitools")), ', spdep ',
    as.character(packageVersion("spdep")), ')",\n', sep = "")
cat('  "opdracht": "Rscript --vanilla gebieden.R > gebieden.json",\n')

E <- c(.5, 1, 3, 5, 8.55436447167, 12, 15, 20, 30, 50.5, 100, 213.248085758, 600, 1226, 20000)
exact <- function(r) { E <- r[1]; a <- (1 - r[2]) / 2
  boven <- uniroot(function(x) pgamma(E, x, log.p = TRUE) - log(a), c(1e-3, 10 * E + 60), tol = 1e-14 * E, maxiter = 9999)$root
  onder <- if (exp(-E) >= a) 0 else
    uniroot(function(x) pgamma(E, x + 1, lower.tail = FALSE, log.p = TRUE) - log(a), c(0, E), tol = 1e-14 * E, maxiter = 9999)$root
  c(onder, boven) / E }
g <- as.matrix(expand.grid(E, niveaus))
tabel("trechter", c("verwacht", "betrouwbaarheid", "ondergrens", "bovengrens"), per(g, exact))
tabel("trechter_chikwadraat", c("verwacht", "betrouwbaarheid", "ondergrens", "bovengrens"), per(g, function(r) {
  a <- (1 - r[2]) / 2; c(qchisq(a, 2 * r[1]), qchisq(a, 2 * r[1] + 2, lower.tail = FALSE)) / 2 / r[1] }))
wortel <- function(b) c(max(0, 1 - b)^2, (1 + b)^2)
z <- function(niveau) qnorm((1 - niveau) / 2, lower.tail = FALSE)
g <- as.matrix(expand.grid(E, niveaus, c(.4, 1, 2.24856264581, 21)))
tabel("trechter_multiplicatief", c("verwacht", "betrouwbaarheid", "phi", "ondergrens", "bovengrens"),
      per(g, function(r) wortel(z(r[2]) * sqrt(max(1, r[3])) / 2 / sqrt(r[1]))))
g <- as.matrix(expand.grid(E, niveaus, c(0, .0110090032984, .3)))
tabel("trechter_additief", c("verwacht", "betrouwbaarheid", "tau2", "ondergrens", "bovengrens"),
      per(g, function(r) wortel(z(r[2]) * sqrt((1 / (2 * sqrt(r[1])))^2 + r[3]))))

# Crimes of 2019 with what 2017 and 2018 together would give; incidents of 2019 with what the inhabitants of 1 January 2019 (CBS 37259) would.
O1 <- c(11, 13, 12, 6, 95, 4, 12, 246); v <- c(5, 22, 11, 8, 106, 11, 12, 184) + c(8, 13, 10, 6, 82, 3, 7, 165)
E1 <- v * sum(O1) / sum(v)
O2 <- c(17, 47, 26, 14, 308, 23, 37, 667); n2 <- c(9748, 36099, 11488, 9757, 80117, 17315, 16329, 155885)
E2 <- n2 * sum(O2) / sum(n2)
meet <- function(O, E, deel) {
  zs <- (sqrt(O / E) - 1) / (1 / (2 * sqrt(E)))
  lz <- quantile(zs, deel); uz <- quantile(zs, 1 - deel)
  w <- ifelse(zs < lz, lz, ifelse(zs > uz, uz, zs))
  n <- length(zs); phi <- (1 / n) * sum(w^2); S <- 1 / (2 * sqrt(E))
  tau2 <- if (n * phi < n - 1) 0 else max(0, (n * phi - (n - 1)) / (sum(1 / S^2) - sum((1 / S^2)^2) / sum(1 / S^2)))
  list(z = zs, phi = phi, tau2 = tau2) }
tabel("afwijkingen", c("reeks", "telling", "verwacht", "z"),
      rbind(cbind(1, O1, E1, meet(O1, E1, 0)$z), cbind(2, O2, E2, meet(O2, E2, 0)$z)))
g <- as.matrix(expand.grid(1:2, c(0, .1, .25)))
tabel("spreiding", c("reeks", "afkapdeel", "phi", "tau2"), per(g, function(r) {
  m <- if (r[1] == 1) meet(O1, E1, r[2]) else meet(O2, E2, r[2]); c(m$phi, m$tau2) }))

krimp <- function(nummer, O, n) { e <- EBest(O, n); p <- attr(e, "parameters")
  cbind(nummer, O, n, p$b, p$a, e$estmm) }
tabel("krimp", c("reeks", "telling", "blootstelling", "gemiddelde", "variantie", "tempo"),
      rbind(krimp(1, O1, E1), krimp(2, O2, n2), krimp(3, c(10, 11, 9, 10), c(100, 100, 100, 100)), krimp(4, c(0, 7, 40), c(50, 60, 900))))

# Directly: Down's syndrome by the mother's age and birth order (Fleiss 1981, example of epitools' own help page).
std <- c(329449, 326701, 231990, 117210, 47210, 21350)
groep <- list(list(c(107, 141, 60, 40, 39, 25), c(230061, 329449, 114920, 39487, 14208, 3052)),
              list(c(3, 9, 7, 5, 0, 1), c(4000, 9000, 12000, 7000, 2000, 500)),
              list(c(0, 0, 1, 0, 0, 0), c(4000, 9000, 12000, 7000, 2000, 500)))
rij <- NULL; invoer <- NULL
for (i in seq_along(groep)) {
  invoer <- rbind(invoer, cbind(i, groep[[i]][[1]], groep[[i]][[2]], std))
  for (niveau in niveaus) { u <- ageadjust.direct(groep[[i]][[1]], groep[[i]][[2]], stdpop = std, conf.level = niveau)
    rij <- rbind(rij, c(i, niveau, u["adj.rate"], u["lci"], u["uci"])) } }
tabel("direct_invoer", c("geval", "telling", "blootstelling", "standaard"), invoer)
tabel("direct", c("geval", "betrouwbaarheid", "tempo", "ondergrens", "bovengrens"), rij)
ruw <- c(.0008, .0021, .0030, .0042, .0051, .0066)
rij <- NULL
for (i in seq_along(groep)) for (niveau in niveaus) { n <- groep[[i]][[2]]; O <- sum(groep[[i]][[1]])
  E <- sum(n * ruw); u <- poisson.test(O, E, conf.level = niveau)
  rij <- rbind(rij, c(i, niveau, O, E, u$estimate, u$conf.int, u$estimate * .0027)) }
tabel("indirect", c("geval", "betrouwbaarheid", "waargenomen", "verwacht", "verhouding", "ondergrens", "bovengrens", "tempo"),
      rij, komma = "")
cat("}\n")
