# Reference values for count regression, Newey-West errors and Student's t, computed by R and its packages.
# Command:  Rscript --vanilla regressie.R > regressie.json
#           (R 4.2.2 with MASS, sandwich and lmtest: packages r-base-core, r-cran-mass, r-cran-sandwich and r-cran-lmtest of
#           Debian 12)
# Data: R's own data set Seatbelts (Harvey & Durbin 1986): Great Britain, January 1969 to December 1984, months t = 1..192;
# the seat belt law from t = 170. And two yearly series of Alkmaar from public council documents: 437, 353, 307, 231
# incidents and 687, 635, 669, 559 reports.
suppressMessages({ library(MASS); library(sandwich); library(lmtest) })

nr <- function(x) ifelse(is.finite(x), formatC(x, digits = 17, format = "g", width = 1), "null")
tabel <- function(naam, kolommen, m, komma = ",") {
  rijen <- apply(m, 1, function(r) paste0("[", paste(nr(as.numeric(r)), collapse = ","), "]"))
  cat(sprintf('  "%s": {"kolommen": ["%s"], "rijen": [\n    %s\n  ]}%s\n', naam,
              paste(kolommen, collapse = '","'), paste(rijen, collapse = ",\n    "), komma))
}
cat('{\n  "bron": "', R.version.string, '; MASS ', as.character(packageVersion("MASS")), ', sandwich ',
    as.character(packageVersion("sandwich")), ', lmtest ', as.character(packageVersion("lmtest")), ' (Debian 12)",\n', sep = "")
cat('  "opdracht": "Rscript --vanilla regressie.R > regressie.json",\n')

s <- as.data.frame(datasets::Seatbelts)
s$t <- 1:192; s$maand <- rep(1:12, 16); s$helling <- pmax(0, s$t - 170)
s$golfs <- sin(2 * pi * s$t / 12); s$golfc <- cos(2 * pi * s$t / 12)
s$golfs2 <- sin(4 * pi * s$t / 12); s$golfc2 <- cos(4 * pi * s$t / 12)
tabel("seatbelts", c("t", "maand", "wet", "bestelwagen", "bestuurders", "achterbank", "kilometers"),
      as.matrix(s[, c("t", "maand", "law", "VanKilled", "DriversKilled", "rear", "kms")]))

fijn <- glm.control(epsilon = 1e-13, maxit = 200)
gewicht <- 1 + (s$t %% 3) / 4
gat <- s$t < 158 | s$t >= 170          # twelve points of transition left out
modellen <- list(
  jaarreeks_33 = glm(c(437, 353, 307, 231) ~ c(0:3), family = poisson, control = fijn),
  jaarreeks_35 = glm(c(687, 635, 669, 559) ~ c(0:3), family = poisson, control = fijn),
  maand = glm(VanKilled ~ t + law + factor(maand), family = poisson, data = s, control = fijn),
  maand_helling = glm(VanKilled ~ t + law + helling + factor(maand), family = poisson, data = s, control = fijn),
  golf = glm(VanKilled ~ t + law + golfs + golfc, family = poisson, data = s, control = fijn),
  twee_golven = glm(VanKilled ~ t + law + golfs + golfc + golfs2 + golfc2, family = poisson, data = s, control = fijn),
  offset = glm(VanKilled ~ t + law + golfs + golfc + offset(log(kms)), family = poisson, data = s, control = fijn),
  controle = glm(DriversKilled ~ t + law + golfs + golfc + offset(log(rear)), family = poisson, data = s, control = fijn),
  gewogen = glm(DriversKilled ~ t + law, family = quasipoisson, weights = gewicht, data = s, control = fijn),
  gat = glm(VanKilled ~ t + law + golfs + golfc, family = poisson, data = s[gat, ], control = fijn))
for (naam in names(modellen)) { f <- modellen[[naam]]
  L <- min(4, nobs(f) - 2)
  # coeftest of lmtest prints the same errors: the two packages check each other here.
  nw <- NeweyWest(f, lag = L, prewhite = FALSE, adjust = TRUE)
  stopifnot(all.equal(coeftest(f, vcov. = nw)[, 2], sqrt(diag(nw))))
  tabel(paste0("coef_", naam), c("coef", "fout", "fout_newey_west", "fout_white"),
        cbind(coef(f), sqrt(diag(summary(f, dispersion = 1)$cov.scaled)), sqrt(diag(nw)),
              sqrt(diag(NeweyWest(f, lag = 0, prewhite = FALSE, adjust = TRUE)))))
  tabel(paste0("maat_", naam), c("deviantie", "spreiding", "vrijheidsgraden", "vertraging", "hefboom_1", "hefboom_laatst",
                                 "autocorrelatie"),
        rbind(c(deviance(f), sum(weights(f, "prior") * residuals(f, "response")^2 / fitted(f)) / df.residual(f),
                df.residual(f), L, hatvalues(f)[1], tail(hatvalues(f), 1),
                acf(residuals(f, "pearson"), plot = FALSE, demean = FALSE)$acf[2]))) }

# Newey-West with a gap in time, written out: a point that is not there has score 0.
f <- modellen$gat; u <- matrix(0, 192, 5); u[gat, ] <- estfun(f); n <- nobs(f); k <- 5; L <- 4
S <- crossprod(u); for (l in 1:L) { g <- crossprod(u[(l + 1):192, ], u[1:(192 - l), ]); S <- S + (1 - l / (L + 1)) * (g + t(g)) }
V <- vcov(f); tabel("gat_newey_west", "fout", cbind(sqrt(diag(V %*% S %*% V) * n / (n - k))))

# glm.nb alternates until its limit: at this precision the last digit keeps moving, and it warns of that.
nbs <- suppressWarnings(list(nb_bestuurders = glm.nb(DriversKilled ~ t + law + golfs + golfc, data = s,
                                    control = glm.control(epsilon = 1e-14, maxit = 500)),
            nb_controle = glm.nb(DriversKilled ~ t + law + golfs + golfc + offset(log(rear)), data = s,
                                 control = glm.control(epsilon = 1e-14, maxit = 500))))
for (naam in names(nbs)) { f <- nbs[[naam]]
  nw <- NeweyWest(f, lag = 4, prewhite = FALSE, adjust = TRUE)
  tabel(paste0("coef_", naam), c("coef", "fout", "fout_newey_west"), cbind(coef(f), sqrt(diag(vcov(f))), sqrt(diag(nw))))
  tabel(paste0("maat_", naam), c("theta", "fout_theta", "deviantie", "loglik"),
        rbind(c(f$theta, f$SE.theta, deviance(f), as.numeric(logLik(f))))) }

# Placebo dates: the model with one harmonic pair and a level at every admissible date (12 points on both sides), the larger
# of the quasi-Poisson error (dispersion at least 1) and the Newey-West error (lag 4).
schijn <- t(sapply(13:181, function(k) { s$stap <- as.numeric(s$t >= k)
  f <- glm(VanKilled ~ t + stap + golfs + golfc, family = poisson, data = s, control = fijn)
  phi <- max(1, sum(residuals(f, "pearson")^2) / df.residual(f))
  fout <- max(sqrt(phi * vcov(f)["stap", "stap"]), sqrt(NeweyWest(f, lag = 4, prewhite = FALSE, adjust = TRUE)["stap", "stap"]))
  c(k, coef(f)["stap"], coef(f)["stap"] / fout) }))
tabel("schijndata", c("moment", "coef", "z"), schijn)

# A series that changes: drivers with passengers on the back seats as control, the first 24 months of law against all before
# with two months of transition; Student's t on the larger error.
s$stap <- as.numeric(s$t >= 172); mee <- s$t < 170 | s$t >= 172
f <- glm(DriversKilled ~ t + stap + golfs + golfc + offset(log(rear)), family = poisson, data = s[mee, ], control = fijn)
phi <- max(1, sum(residuals(f, "pearson")^2) / df.residual(f))
u <- matrix(0, 192, 5); u[mee, ] <- estfun(f); n <- nobs(f)
S <- crossprod(u); for (l in 1:4) { g <- crossprod(u[(l + 1):192, ], u[1:(192 - l), ]); S <- S + (1 - l / 5) * (g + t(g)) }
V <- vcov(f); nw <- sqrt((V %*% S %*% V)[3, 3] * n / (n - 5)); quasi <- sqrt(phi * V[3, 3]); fout <- max(quasi, nw)
b <- coef(f)["stap"]; q <- qt(.975, df.residual(f)) * fout
tabel("onderbroken", c("verhouding", "ondergrens", "bovengrens", "p", "quasi", "newey_west", "voor", "na"),
      rbind(c(exp(b), exp(b - q), exp(b + q), 2 * pt(-abs(b / fout), df.residual(f)), quasi, nw,
              sum(s$DriversKilled[s$t < 170]), sum(s$DriversKilled[s$t >= 172]))))

g <- as.matrix(expand.grid(c(1, 2, 3, 7.5, 20, 43, 187, 5000), c(1e-8, .001, .025, .1, .4, .5, .6, .9, .975, .999)))
tabel("student_kwantiel", c("vrijheidsgraden", "kans", "t"), cbind(g, qt(g[, 2], g[, 1])))
g <- as.matrix(expand.grid(c(1, 2, 3, 7.5, 20, 43, 187, 5000), c(-30, -4, -1.96, -.3, 0, .001, 1, 2.5, 8)))
tabel("student_verdeling", c("vrijheidsgraden", "t", "onder", "boven"),
      cbind(g, pt(g[, 2], g[, 1]), pt(g[, 2], g[, 1], lower.tail = FALSE)), komma = "")
cat("}\n")
