# Reference values for intervals, tests, corrections, prediction and power, computed by R itself.
# Command:  Rscript --vanilla methoden.R > methoden.json     (R 4.2.2, package r-base-core of Debian 12)
# Only base R is used. Every number has 17 significant digits. Inf is written as null (no finite bound).
# The counts of the block "misdrijven" are the public police figures of Zaanstreek-Waterland, 2018 and 2019 (action plan
# of the region, annex 1): Beemster, Edam-Volendam, Landsmeer, Oostzaan, Purmerend, Waterland, Wormerland, Zaanstad.

nr <- function(x) ifelse(is.finite(x), formatC(x, digits = 17, format = "g", width = 1), "null")
tabel <- function(naam, kolommen, m, komma = ",") {
  rijen <- apply(m, 1, function(r) paste0("[", paste(nr(as.numeric(r)), collapse = ","), "]"))
  cat(sprintf('  "%s": {"kolommen": ["%s"], "rijen": [\n    %s\n  ]}%s\n', naam,
              paste(kolommen, collapse = '","'), paste(rijen, collapse = ",\n    "), komma))
}
per <- function(m, f) t(apply(m, 1, function(r) c(r, f(r))))
niveaus <- c(.8, .95, .998)
cat('{\n  "bron": "', R.version.string, ' (Debian 12, r-base-core)",\n', sep = "")
cat('  "opdracht": "Rscript --vanilla methoden.R > methoden.json",\n')

x <- c(0:20, 25, 50, 74, 92, 100, 142, 231, 307, 399, 437, 475, 667, 973, 1139, 1226, 1604, 5000)
tabel("garwood", c("telling", "betrouwbaarheid", "ondergrens", "bovengrens"),
      per(as.matrix(expand.grid(x, niveaus)), function(r) poisson.test(r[1], conf.level = r[2])$conf.int))

byar <- function(r) { x <- r[1]; z <- qnorm(1 - (1 - r[2]) / 2)   # Breslow & Day 1987, as OHID prints it
  c(x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3, (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3) }
tabel("byar", c("telling", "betrouwbaarheid", "ondergrens", "bovengrens"), per(as.matrix(expand.grid(x[x >= 10], niveaus)), byar))

xn <- rbind(c(0, 1), c(1, 1), c(0, 5), c(1, 5), c(5, 5), c(2, 17), c(0, 17), c(17, 17), c(3, 40), c(37, 40), c(69, 86),
            c(142, 617), c(475, 617), c(399, 1538), c(1, 1226), c(1225, 1226), c(800, 1604), c(12, 5000))
g <- xn[rep(seq_len(nrow(xn)), length(niveaus)), ]; g <- cbind(g, rep(niveaus, each = nrow(xn)))
tabel("wilson", c("telling", "aantal", "betrouwbaarheid", "ondergrens", "bovengrens"),
      per(g, function(r) suppressWarnings(prop.test(r[1], r[2], conf.level = r[3], correct = FALSE)$conf.int)))
tabel("clopper_pearson", c("telling", "aantal", "betrouwbaarheid", "ondergrens", "bovengrens"),
      per(g, function(r) binom.test(r[1], r[2], conf.level = r[3])$conf.int))

xnp <- rbind(c(0, 5, .5), c(1, 5, .3), c(2, 17, .1), c(2, 17, .5), c(9, 24, .5), c(15, 24, .5), c(12, 24, .5), c(7, 19, .4),
             c(20, 30, .45), c(74, 174, .5), c(100, 174, .5), c(142, 617, .25), c(142, 617, .2), c(246, 411, .5),
             c(231, 538, .5), c(231, 538, .2941176470588235), c(475, 1448, .2941176470588235), c(0, 40, .02),
             c(3, 40, .02), c(40, 40, .97), c(1139, 2112, .5), c(900, 2112, .5))
tabel("binomiaaltoets", c("telling", "aantal", "kans", "p", "p_midden"), per(xnp, function(r) {
  half <- dbinom(r[1], r[2], r[3]) / 2
  c(binom.test(r[1], r[2], r[3])$p.value,
    min(1, 2 * min(pbinom(r[1] - 1, r[2], r[3]) + half, pbinom(r[1], r[2], r[3], lower.tail = FALSE) + half))) }))

pt <- rbind(c(246, 165), c(231, 307), c(9, 15), c(148, 74), c(100, 74), c(7, 12), c(12, 7), c(4, 3), c(0, 12), c(12, 0),
            c(0, 1), c(1, 1), c(5, 5), c(359, 399), c(294, 399), c(1139, 973), c(1604, 1226), c(437, 353), c(86, 92))
pt <- rbind(cbind(pt, 1, 1, .95), cbind(pt, 5, 12, .95), cbind(pt, 12, 5, .998), cbind(pt, 87000, 79000, .95),
            c(142, 399, 5, 12, .95), c(475, 1139, 5, 12, .95))
tabel("verhouding", c("teller", "noemer", "t1", "t2", "betrouwbaarheid", "verhouding", "ondergrens", "bovengrens", "p"),
      per(pt, function(r) { u <- poisson.test(r[1:2], r[3:4], conf.level = r[5]); c(u$estimate, u$conf.int, u$p.value) }))

voor <- c(8, 13, 10, 6, 82, 3, 7, 165); na <- c(11, 13, 12, 6, 95, 4, 12, 246)
stopifnot(sum(voor) == 294, sum(na) == 399)
p <- mapply(function(a, b) poisson.test(c(b, a))$p.value, voor, na)
tabel("misdrijven", c("voor", "na", "p", "holm", "bh"), cbind(voor, na, p, p.adjust(p, "holm"), p.adjust(p, "BH")))
p <- c(.01, .02, .03, .04, .05, .04, 1, 0, .0005, .3, .3, .9, .012)
tabel("correcties", c("p", "holm", "bh"), cbind(p, p.adjust(p, "holm"), p.adjust(p, "BH")))

# Conditional prediction limits by trying every next count (Nelson 1970): keep the y that neither tail sets apart.
voorspel <- function(r) { a <- (1 - r[4]) / 2; y <- 0:6000; q <- r[2] / (r[2] + r[3])
  goed <- y[pbinom(r[1] - 1, r[1] + y, q, lower.tail = FALSE) > a & pbinom(r[1], r[1] + y, q) > a]
  c(min(goed), max(goed)) }
g <- rbind(as.matrix(expand.grid(c(0:15, 20, 50, 74, 100, 231, 399, 1226), 1, 1, niveaus)),
           as.matrix(expand.grid(c(0, 3, 12, 142, 475), 5, c(7, 12), c(.95, .998))))
tabel("voorspelling", c("telling", "t", "t_volgend", "betrouwbaarheid", "ondergrens", "bovengrens"), per(g, voorspel))

# Power of the exact comparison, by listing every pair of counts. The p-value is R's minimum-likelihood rule written out.
pwaarden <- function(n, q) { d <- dbinom(0:n, n, q); vapply(d, function(w) sum(d[d <= w * (1 + 1e-7)]), 0) }
stopifnot(all.equal(pwaarden(30, .4)[8], binom.test(7, 30, .4)$p.value, tolerance = 1e-12))
vermogen <- function(r) { m1 <- r[1]; m2 <- r[1] * r[3] / r[2] * r[5]; q <- r[2] / (r[2] + r[3])
  n <- 1:ceiling(m1 + m2 + 9 * sqrt(m1 + m2) + 20)
  sum(vapply(n, function(k) sum((dpois(0:k, m1) * dpois(k:0, m2))[pwaarden(k, q) <= r[4]]), 0)) }
g <- rbind(as.matrix(expand.grid(c(5, 10, 20, 50, 100, 300), 1, 1, .05, c(.8, .5))),
           as.matrix(expand.grid(c(8, 60), 12, 5, c(.05, .05 / 8), c(.5, 1.5, 0))), c(355, 1, 1, .05, .8), c(40, 1, 1, .05, 1))
tabel("vermogen", c("verwacht", "t", "t_na", "alfa", "factor", "vermogen"), per(g, vermogen), komma = "")
cat("}\n")
