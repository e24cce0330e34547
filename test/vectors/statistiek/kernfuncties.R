# Reference values for the gamma, beta and normal core, computed by R itself.
# Command:  Rscript --vanilla kernfuncties.R > kernfuncties.json     (R 4.2.2, package r-base-core of Debian 12)
# Only base R is used. Every number is printed with 17 significant digits, which restores the same double.

nr <- function(x) ifelse(is.finite(x), formatC(x, digits = 17, format = "g", width = 1), "null")
tabel <- function(naam, kolommen, m) {
  rijen <- apply(m, 1, function(r) paste0("[", paste(nr(r), collapse = ","), "]"))
  cat(sprintf('  "%s": {"kolommen": ["%s"], "rijen": [\n    %s\n  ]}', naam,
              paste(kolommen, collapse = '","'), paste(rijen, collapse = ",\n    ")))
}
cat('{\n  "bron": "', R.version.string, ' (Debian 12, r-base-core)",\n', sep = "")
cat('  "opdracht": "Rscript --vanilla kernfuncties.R > kernfuncties.json",\n')

x <- c(0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 1.25, 1.5, 1.75, 2.5, 3, 4, 7.5, 10, 15.5, 16, 33, 100, 231, 1226.5, 1e4, 1e6)
tabel("lgamma", c("x", "lgamma"), cbind(x, lgamma(x))); cat(",\n")

vorm <- c(0.01, 0.1, 0.5, 1, 1.5, 2, 3, 5, 12, 13, 30, 100, 231, 900, 1100, 1226, 2580, 1e4)
verh <- c(1e-3, 0.1, 0.5, 0.8, 0.9, 0.96, 0.99, 1, 1.01, 1.04, 1.1, 1.17, 1.3, 2, 4)
g <- expand.grid(verh = verh, vorm = vorm); g$x <- g$verh * g$vorm
tabel("pgamma", c("x", "vorm", "onder", "boven"),
      cbind(g$x, g$vorm, pgamma(g$x, g$vorm), pgamma(g$x, g$vorm, lower.tail = FALSE))); cat(",\n")

p <- c(1e-6, 1e-4, 1e-3, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 0.999, 1 - 1e-4, 1 - 1e-6)
g <- expand.grid(p = p, vorm = vorm)
g$onder <- qgamma(g$p, g$vorm); g$boven <- qgamma(g$p, g$vorm, lower.tail = FALSE)
g <- g[g$onder > 1e-290 & g$boven > 1e-290, ]
tabel("qgamma", c("kans", "vorm", "onder", "boven"), g); cat(",\n")

g <- expand.grid(p = p, df = c(0.5, 1, 2, 3, 4, 10, 24, 26, 100, 462, 1000, 2452))
tabel("qchisq", c("kans", "vrijheidsgraden", "onder", "boven"),
      cbind(g$p, g$df, qchisq(g$p, g$df), qchisq(g$p, g$df, lower.tail = FALSE))); cat(",\n")

ab <- rbind(c(.5, .5), c(.1, 2), c(1, 1), c(2, 3), c(1, 20), c(2, 16), c(3, 15), c(12, 8), c(8, 12), c(30, 2), c(74, 101),
            c(142, 476), c(166, 247), c(231, 308), c(1000, 1000), c(1226, 1604), c(5000, 20))
q <- c(1e-3, .01, .05, .1, .2, .4, .5, .6, .8, .9, .99)
g <- expand.grid(i = seq_len(nrow(ab)), q = q); A <- ab[g$i, 1]; B <- ab[g$i, 2]
tabel("pbeta", c("x", "a", "b", "onder", "boven"),
      cbind(g$q, A, B, pbeta(g$q, A, B), pbeta(g$q, A, B, lower.tail = FALSE))); cat(",\n")
g <- expand.grid(i = seq_len(nrow(ab)), p = p); A <- ab[g$i, 1]; B <- ab[g$i, 2]
tabel("qbeta", c("kans", "a", "b", "onder"), cbind(g$p, A, B, qbeta(g$p, A, B))); cat(",\n")

z <- c(1e-300, 1e-100, 1e-20, 1e-10, p, .3, .45, .499, .501, .6)
tabel("qnorm", c("kans", "onder", "boven"), cbind(z, qnorm(z), qnorm(z, lower.tail = FALSE))); cat(",\n")
z <- c(-37, -20, -8, -5, -3, -1.96, -1, -.5, -.01, 0, .01, .5, 1, 1.96, 3, 5, 8, 20, 37)
tabel("pnorm", c("z", "onder", "boven"), cbind(z, pnorm(z), pnorm(z, lower.tail = FALSE))); cat(",\n")

mu <- c(.1, .5, 1, 3, 5, 12, 30, 100, 231, 900, 1100, 1226, 2580)
g <- expand.grid(mu = mu, d = c(-4, -2, -1, -.3, 0, .3, 1, 2, 4, 8))
g$k <- round(g$mu + g$d * sqrt(g$mu)); g <- unique(g[g$k >= 0, c("k", "mu")])
g <- rbind(g, data.frame(k = 1139, mu = 1100))
tabel("pois", c("telling", "gemiddelde", "kans", "onder", "boven"),
      cbind(g$k, g$mu, dpois(g$k, g$mu), ppois(g$k, g$mu), ppois(g$k, g$mu, lower.tail = FALSE))); cat(",\n")
g <- expand.grid(p = c(1e-4, .00135, .001, .025, .05, .5, .95, .975, .99865, .999, .9999),
                 mu = c(.05, .8, 1, 3.7, 5, 12, mean(c(9, 11, 14, 12, 13)), 231, 1226.4))
tabel("qpois", c("kans", "gemiddelde", "telling"), cbind(g$p, g$mu, qpois(g$p, g$mu))); cat(",\n")

b <- rbind(c(0, 5, .3), c(2, 17, .1), c(12, 19, 7/19), c(9, 24, .5), c(74, 174, .5), c(100, 174, .5), c(142, 617, .25),
           c(165, 411, .5), c(246, 411, .5), c(231, 538, .5), c(231, 538, .41), c(1139, 2112, .5), c(973, 2112, .5),
           c(20, 4000, .004), c(3990, 4000, .99), c(3, 3, .9), c(0, 1000, 1e-5))
tabel("binom", c("telling", "aantal", "kans", "punt", "onder", "boven"),
      cbind(b, dbinom(b[, 1], b[, 2], b[, 3]), pbinom(b[, 1], b[, 2], b[, 3]),
            pbinom(b[, 1], b[, 2], b[, 3], lower.tail = FALSE)))
cat("\n}\n")
