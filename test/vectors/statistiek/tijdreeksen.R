# Reference values for methods over time: charts, rules, tests, CUSUM and EWMA run lengths, Farrington.
# Command:  Rscript --vanilla tijdreeksen.R > tijdreeksen.json
# R 4.2.2 with surveillance 1.20.3 and spc 0.6.7 (r-base-core, r-cran-surveillance, r-cran-spc of Debian 12).
# Every number has 17 significant digits. M is an invented monthly series from January 2018 with an outbreak at its end.

suppressMessages({ library(surveillance); library(spc) })
nr <- function(x) { x <- x + 0; ifelse(is.finite(x), formatC(x, digits = 17, format = "g", width = 1), "null") }
eerste <- TRUE
tabel <- function(naam, kolommen, m) {
  m <- as.matrix(m); dimnames(m) <- NULL
  rijen <- apply(m, 1, function(r) paste0("[", paste(nr(as.numeric(r)), collapse = ","), "]"))
  cat(sprintf('%s  "%s": {"kolommen": ["%s"], "rijen": [\n    %s\n  ]}', if (eerste) "" else ",\n", naam,
              paste(kolommen, collapse = '","'), paste(rijen, collapse = ",\n    ")))
  eerste <<- FALSE
}
cat('{\n  "bron": "', R.version.string, ' (Debian 12), surveillance ', as.character(packageVersion("surveillance")),
    ', spc ', as.character(packageVersion("spc")), '",\n', sep = "")
cat('  "opdracht": "Rscript --vanilla tijdreeksen.R > tijdreeksen.json",\n')

M <- c(52,47,55,49,51,58,60,62,50,46,44,53, 55,50,49,47,56,61,63,59,52,48,45,50, 49,53,51,46,58,64,57,66,54,47,43,52,
       50,48,54,52,55,60,62,61,49,45,47,51, 53,49,52,48,57,63,59,64,51,44,46,55, 51,50,53,47,54,80)
# The same with more spread and a level that falls, for the trend and the negative binomial.
N <- c(31,24,40,22,35,44,28,51,30,19,25,38, 27,20,36,24,26,41,33,30,18,22,29,34, 21,28,25,17,30,35,22,38,20,15,19,27,
       24,14,26,18,22,31,19,29,16,12,21,23, 17,13,22,12,25,24,16,26,14,11,15,20, 12,30,18,41)
tabel("M", "telling", cbind(M)); tabel("N", "telling", cbind(N))

# XmR and the NHS rules: constants as in NHSRplotthedots.
Q <- c(1,2,1,2,10,1,2,1,2,1,2,1,2,1,2,1,2,1)
xmr <- function(x, zeef) { mr <- abs(diff(x)); if (zeef) mr <- mr[mr < 3.267 * mean(mr)]
  c(mean(x), mean(x) - 2.66 * mean(mr), mean(x) + 2.66 * mean(mr)) }
tabel("Q", "telling", cbind(Q))
tabel("xmr", c("reeks", "gezeefd", "midden", "ondergrens", "bovengrens"), rbind(
  c(1, 0, xmr(Q, FALSE)), c(1, 1, xmr(Q, TRUE)), c(2, 0, xmr(M, FALSE)), c(2, 1, xmr(M, TRUE))))

# Chance that an unchanged chart of n normal points shows a special cause (limits from the series, screened).
nhs <- function(x) { g <- xmr(x, TRUE); n <- length(x); kant <- sign(x - g[1]); stap <- sign(diff(x))
  af <- (g[3] - g[1]); buiten <- x > g[3] | x < g[2]; nabij <- !buiten & abs(x - g[1]) > 2 / 3 * af
  venster <- function(l, f) any(vapply(seq_len(max(0, n - l + 1)), function(b) f(b), logical(1)))
  c(any(buiten), any(buiten) ||
    venster(7, function(b) abs(sum(stap[b:(b + 5)])) == 6) ||
    venster(7, function(b) abs(sum(kant[b:(b + 6)])) == 7) ||
    venster(3, function(b) abs(sum(kant[b:(b + 2)])) == 3 && sum(nabij[b:(b + 2)]) >= 2)) }
set.seed(20240117)
punten <- c(12, 18, 24, 36, 48, 60)
tabel("nhs_loos_alarm", c("punten", "grenzen", "regels"), cbind(punten,
  t(vapply(punten, function(n) rowMeans(replicate(40000, nhs(rnorm(n)))), numeric(2)))))

# Anhoej: longest run and crossings allowed.
n <- c(10, 12, 18, 24, 36, 60)
tabel("anhoej", c("n", "reeks", "kruisingen"), cbind(n, round(log2(n) + 3), qbinom(.05, n - 1, .5)))

# Count distributions with variance phi times the mean, and exact limits.
g <- expand.grid(mu = c(.4, 3, 9.6, 48, 231), phi = c(1, 1.2, 2, 9.8), z = c(-2, -.5, 0, 1, 3, 6))
g$k <- pmax(0, round(g$mu + g$z * sqrt(g$mu * g$phi))); g <- unique(g[, c("k", "mu", "phi")])
d <- function(k, mu, phi) if (phi == 1) dpois(k, mu) else dnbinom(k, mu / (phi - 1), 1 / phi)
p <- function(k, mu, phi, l) if (phi == 1) ppois(k, mu, l) else pnbinom(k, mu / (phi - 1), 1 / phi, lower.tail = l)
q <- function(a, mu, phi) if (phi == 1) qpois(a, mu) else qnbinom(a, mu / (phi - 1), 1 / phi)
tabel("telverdeling", c("k", "mu", "phi", "kans", "onder", "boven"), cbind(g, t(mapply(function(k, mu, phi)
  c(d(k, mu, phi), p(k, mu, phi, TRUE), p(k, mu, phi, FALSE)), g$k, g$mu, g$phi))))
g <- rbind(expand.grid(mu = c(.4, 3, 9.6, 48, 231), phi = c(1, 1.2, 2, 9.8)), c(mean(c(12, 15, 9, 14, 11, 18)), 1))
grens <- function(mu, phi) { o <- q(.00135, mu, phi); b <- q(.99865, mu, phi)
  c(o, b, (if (o == 0) 0 else p(o - 1, mu, phi, TRUE)) + p(b, mu, phi, FALSE)) }
tabel("exacte_grenzen", c("mu", "phi", "ondergrens", "bovengrens", "loos"), cbind(g, t(mapply(grens, g$mu, g$phi))))

# Laney u': from the definition in Laney (2002).
U <- cbind(c(437, 353, 307, 231, 340, 296, 410, 288), c(1010, 980, 1205, 870, 1102, 990, 1000, 1310))
u <- sum(U[, 1]) / sum(U[, 2]); s <- sqrt(u / U[, 2]); z <- (U[, 1] / U[, 2] - u) / s
sz <- mean(abs(diff(z))) / 1.128
tabel("laney", c("telling", "blootstelling", "midden", "sigma_z", "ondergrens", "bovengrens"),
      cbind(U, u, sz, pmax(0, u - 3 * s * sz), u + 3 * s * sz))

# Dispersion, Ljung-Box and autocorrelation.
spr <- function(x) { c2 <- sum((x - mean(x))^2) / mean(x); v <- length(x) - 1; c(c2, v, pchisq(c2, v, lower.tail = FALSE), c2 / v) }
tabel("spreiding", c("reeks", "chi", "df", "p", "phi"), rbind(c(1, spr(c(437, 353, 307, 231))), c(2, spr(M[1:60])), c(3, spr(N))))
# The p-value from the upper tail: Box.test itself subtracts from 1.
lb <- function(x, l) { b <- Box.test(x, lag = l, type = "Ljung-Box"); c(acf(x, lag.max = l, plot = FALSE)$acf[2], b$statistic, pchisq(b$statistic, l, lower.tail = FALSE)) }
tabel("samenhang", c("reeks", "afstanden", "r1", "q", "p"), rbind(c(2, 1, lb(M, 1)), c(2, 12, lb(M, 12)), c(3, 1, lb(N, 1)), c(3, 6, lb(N, 6))))

# Fingertips recent trend: weighted least squares; note T1 of the published test of the tool.
ft <- function(y, lo, up) { x <- 1:5; w <- 1 / ((up - lo) / 3.92)^2; X <- cbind(1, x)
  V <- solve(t(X) %*% (w * X)); b <- V %*% t(X) %*% (w * y)
  vast <- all(vapply(x, function(i) sign(coef(lm(y ~ x, weights = w, subset = x != i))[2]) == sign(b[2]), logical(1)))
  c(b[2], b[2]^2 / V[2, 2], qchisq(.998, 1), vast) }
T1 <- list(c(24.67, 24.6, 28, 30.2, 30.6), c(23.16, 23.15, 26.44, 28.63, 28.98), c(26.25, 26.19, 29.64, 31.9, 32.25))
T2 <- list(c(10, 30, 11, 12, 9.5), c(8, 27, 9, 10, 8), c(12, 33, 13, 14, 11))
T3 <- list(c(30, 28, 27, 24, 20), c(27, 25, 24, 21, 17), c(33, 31, 30, 27, 23))
for (i in 1:3) tabel(paste0("trend", i), c("waarde", "onder", "boven"), do.call(cbind, list(T1, T2, T3)[[i]]))
tabel("trends", c("geval", "helling", "chi", "drempel", "vast"), t(vapply(1:3, function(i) c(i, do.call(ft, list(T1, T2, T3)[[i]])), numeric(5))))

# Slope of short series.
helling <- function(y) { t <- seq_along(y) - 1; m <- glm(y ~ t, poisson, control = list(epsilon = 1e-14)); q <- summary(glm(y ~ t, quasipoisson, control = list(epsilon = 1e-14)))
  phi <- max(1, q$dispersion); c(coef(m)[2], summary(m)$coefficients[2, 2], deviance(m),
    2 * pnorm(-abs(coef(m)[2]) / (summary(m)$coefficients[2, 2] * sqrt(phi))), phi, pchisq(deviance(m), m$df.residual, lower.tail = FALSE)) }
H <- list(c(437, 353, 307, 231), c(687, 635, 669, 559), c(294, 399, 359), c(9, 15, 12, 11))
for (i in seq_along(H)) tabel(paste0("jaren", i), "telling", cbind(H[[i]]))
tabel("helling", c("geval", "helling", "fout", "deviantie", "p", "phi", "p_passend"), t(vapply(seq_along(H), function(i) c(i, helling(H[[i]])), numeric(7))))

# CUSUM: run lengths of spc for Poisson; for the negative binomial the same chain written out here.
# spc alarms above hm / m, we at h or more: hm = h * m - 1.
g <- rbind(c(.25, .25, 10, 4), c(3, 4, 6, 1), c(3, 4, 9, 1), c(4, 5, 11.5, 2), c(4.8, 5.5, 14, 2), c(9.6, 11, 20, 1), c(12, 13, 25, 1), c(14, 13, 25, 1))
tabel("cusum_poisson", c("mu", "k", "h", "noemer", "looplengte"), cbind(g, apply(g, 1, function(r)
  pois.cusum.arl(r[1], round(r[2] * r[4]), round(r[3] * r[4]) - 1, r[4]))))
keten <- function(mu, phi, k, h) { P <- matrix(0, h, h)
  for (i in 0:(h - 1)) { P[i + 1, 1] <- if (k - i >= 0) p(k - i, mu, phi, TRUE) else 0
    for (j in seq_len(h - 1)) { x <- j - i + k; if (x >= 0) P[i + 1, j + 1] <- d(x, mu, phi) } }
  solve(diag(h) - P, rep(1, h))[1] }
g <- rbind(c(3, 1.2, 4, 8), c(9.6, 1.2, 11, 20), c(9.6, 2, 11, 30), c(48, 2, 52, 60), c(48, 3.5, 53, 100),
  c(9.6, 1.5, 12, 30), c(14.4, 1 + 14.4 / (9.6 / .5), 12, 30))
tabel("cusum_nb", c("mu", "phi", "k", "h", "looplengte"), cbind(g, apply(g, 1, function(r) keten(r[1], r[2], r[3], r[4]))))
k <- function(m0, m1) (m1 - m0) / (log(m1) - log(m0))
S <- c(12, 15, 9, 14, 11, 18, 13, 21, 19, 22, 20, 23)
kk <- k(mean(S[1:6]), 1.3 * mean(S[1:6])); pad <- Reduce(function(s, x) max(0, s + x - kk), S, 0, accumulate = TRUE)[-1]
tabel("cusum_pad", c("telling", "k", "som"), cbind(S, kk, pad))
# Reference value of the NB chart: log likelihood ratio of one count is zero at k.
nbk <- function(m0, m1, phi) { r <- m0 / (phi - 1); uniroot(function(x) {
  x * log(m1 * (r + m0) / (m0 * (r + m1))) - r * log((r + m1) / (r + m0)) }, c(m0 * .5, m1 * 2), tol = 1e-13)$root }
g <- rbind(c(9.6, 14.4, 1.5), c(48, 62.4, 3), c(5, 8, 2))
tabel("nb_referentie", c("voor", "na", "phi", "k"), cbind(g, apply(g, 1, function(r) nbk(r[1], r[2], r[3]))))

# EWMA: run lengths of spc (Markov chain with many more cells than ours); AU is the factor of sqrt(mu0 lambda/(2-lambda)).
g <- rbind(c(12, .2, 2.5), c(12, .2, 2.8), c(20, .2, 2.6), c(48, .1, 2.4), c(48, .2, 2.8), c(100, .2, 2.7))
tabel("ewma", c("mu", "gewicht", "grens", "looplengte"), t(apply(g, 1, function(r) { b <- r[1] + r[3] * sqrt(r[1] * r[2] / (2 - r[2]))
  c(r[1], r[2], b, pois.ewma.arl(r[2], 3, r[3], r[1], r[1], r[1], sided = "upper", mcdesign = "classic", N = 801)) })))

# The same limit once the mean has risen to 1.3 times that of the baseline, from which the average starts.
g <- g[c(1, 3, 5), ]
tabel("ewma_na", c("voor", "na", "gewicht", "grens", "looplengte"), t(apply(g, 1, function(r) { b <- r[1] + r[3] * sqrt(r[1] * r[2] / (2 - r[2]))
  c(r[1], 1.3 * r[1], r[2], b, pois.ewma.arl(r[2], 3, r[3], r[1], r[1], 1.3 * r[1], sided = "upper", mcdesign = "classic", N = 801)) })))

# Farrington. Original: bound for the last month of M. Flexible: surveillance itself where its standard error is that of
# glm (nbPlugin uses none; muan without reweighting); with reweighting and muan glm and predict.glm are called here.
maak <- function(x) new("sts", epoch = seq_along(x), start = c(2018, 1), freq = 12, observed = matrix(x))
oud <- farrington(maak(M), control = list(range = 66, b = 4, w = 3, alpha = .05, trend = FALSE))
tabel("farrington", c("grens", "alarm"), cbind(oud@upperbound[1], oud@alarm[1]))
flex <- function(x, k, b, w, p, a, trend, zeef, methode) { o <- suppressWarnings(farringtonFlexible(maak(x), control = list(range = k, b = b, w = w,
  noPeriods = p, alpha = a, trend = trend, reweight = zeef, weightsThreshold = 2.58, thresholdMethod = methode, glmWarnings = FALSE)))
  c(k, b, w, p, a, trend, zeef, methode == "muan", o@control$expected[1], o@upperbound[1], o@alarm[1], o@control$phiVector[1], !is.na(o@control$trend[1]) && o@control$trend[1] == 1) }
kol <- c("plek", "jaren", "halfbreedte", "seizoenen", "alfa", "trend", "gewogen", "bovengrens", "verwacht", "grens", "alarm", "phi", "met_trend")
tabel("flexible_M", kol, rbind(flex(M, 66, 5, 1, 1, .01, FALSE, TRUE, "nbPlugin"), flex(M, 66, 5, 1, 4, .01, FALSE, TRUE, "nbPlugin"),
  flex(M, 60, 4, 1, 4, .05, FALSE, TRUE, "nbPlugin"), flex(M, 66, 4, 2, 3, .005, FALSE, FALSE, "nbPlugin")))
tabel("flexible_N", kol, rbind(flex(N, 64, 4, 1, 4, .01, TRUE, TRUE, "nbPlugin"), flex(N, 62, 4, 1, 4, .01, TRUE, FALSE, "nbPlugin"),
  flex(N, 64, 5, 1, 1, .02, FALSE, FALSE, "muan"), flex(N, 62, 3, 1, 4, .01, FALSE, FALSE, "muan"), flex(N, 63, 3, 1, 4, .01, TRUE, TRUE, "nbPlugin")))
cat("\n}\n")
