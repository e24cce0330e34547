# Reference values for time to event: Kaplan-Meier, cumulative incidence, restricted mean, log-rank, quantiles.
# Command:  Rscript --vanilla tijd-tot-gebeurtenis.R > tijd-tot-gebeurtenis.json
# R 4.2.2 with survival 3.5-3 and cmprsk 2.2-11 (packages r-base-core, r-cran-survival, r-cran-cmprsk of Debian 12).
# Every number has 17 significant digits; NA (the curve does not reach it, or no limits exist) is written as null.
# Data: K, a made series of 20 lead times; lung, the public set of survival (days, status 2 = died, sex 1 and 2);
# gemaakt, 300 drawn times with ties, three causes and three groups, with this seed.
suppressMessages({ library(survival); library(cmprsk) })

nr <- function(x) ifelse(is.finite(x), formatC(x, digits = 17, format = "g", width = 1), "null")
tabel <- function(naam, kolommen, m, komma = ",") {
  rijen <- apply(as.matrix(m), 1, function(r) paste0("[", paste(nr(as.numeric(r)), collapse = ","), "]"))
  cat(sprintf('  "%s": {"kolommen": ["%s"], "rijen": [\n    %s\n  ]}%s\n', naam,
              paste(kolommen, collapse = '","'), paste(rijen, collapse = ",\n    "), komma))
}
cat('{\n  "bron": "', R.version.string, ', survival ', as.character(packageVersion("survival")), ', cmprsk ',
    as.character(packageVersion("cmprsk")), ' (Debian 12)",\n', sep = "")
cat('  "opdracht": "Rscript --vanilla tijd-tot-gebeurtenis.R > tijd-tot-gebeurtenis.json",\n')

K <- data.frame(tijd = c(5,8,12,12,20,25,30,31,40,45,60,70,75,90,120,150,200,250,300,365),
                oorzaak = c(1,1,2,0,1,2,0,1,2,0,1,0,2,0,1,0,0,1,0,0), groep = 1)
set.seed(20190101)
gemaakt <- data.frame(tijd = ceiling(rweibull(300, 1.1, 40)), oorzaak = sample(0:3, 300, TRUE, c(.25, .45, .2, .1)),
                      groep = rep(1:3, c(150, 100, 50)))
gemaakt$tijd[gemaakt$groep == 3] <- ceiling(gemaakt$tijd[gemaakt$groep == 3] * 1.4)
L <- data.frame(tijd = lung$time, oorzaak = as.integer(lung$status == 2), groep = lung$sex)
kort <- data.frame(tijd = c(2, 3, 3, 7, 9), oorzaak = c(1, 2, 1, 0, 1), groep = c(1, 1, 2, 2, 2)) # ends at 0
sets <- list(K = K, gemaakt = gemaakt, lung = L, kort = kort)
nummer <- seq_along(sets)
tabel("gegevens", c("set", "tijd", "oorzaak", "groep"), do.call(rbind, lapply(nummer, function(i) cbind(i, sets[[i]]))))

km <- function(i, niveau) {
  d <- sets[[i]]; f <- survfit(Surv(tijd, oorzaak > 0) ~ 1, d, conf.type = "log-log", conf.int = niveau)
  s <- summary(f); leeg <- s$surv <= 0
  cbind(i, niveau, s$time, s$n.risk, s$n.event, s$surv, ifelse(leeg, NA, s$std.err), s$lower, s$upper)
}
tabel("kaplan_meier", c("set", "betrouwbaarheid", "tijd", "risico", "gebeurtenissen", "schatting", "standaardfout",
      "ondergrens", "bovengrens"), do.call(rbind, c(lapply(nummer, km, .95), lapply(nummer, km, .998))))

# Quantiles at shares that no curve runs at exactly (there R takes the middle of the step).
kwantiel <- function(i) {
  f <- survfit(Surv(tijd, oorzaak > 0) ~ 1, sets[[i]], conf.type = "log-log")
  p <- c(.11, .26, .51, .77, .9); q <- quantile(f, p)
  cbind(i, p, q$quantile, q$lower, q$upper)
}
tabel("kwantielen", c("set", "aandeel", "tijd", "ondergrens", "bovengrens"), do.call(rbind, lapply(nummer, kwantiel)))
f <- survfit(Surv(tijd, oorzaak > 0) ~ 1, L)  # the default limits of R ("log"), as printed in many textbooks
stopifnot(quantile(f, .5)$quantile == 310, quantile(f, .5)$lower == 285, quantile(f, .5)$upper == 363)

# Aalen-type variance of cuminc; limits on the log(-log) scale of 1 - F, written out.
cif <- function(i, oorzaak) {
  d <- sets[[i]]; u <- cuminc(d$tijd, d$oorzaak)[[paste("1", oorzaak)]]
  if (is.null(u)) return(NULL)
  t <- sort(unique(d$tijd[d$oorzaak == oorzaak])); p <- timepoints(list("1 1" = u), t)
  F <- p$est[1, ]; se <- sqrt(p$var[1, ]); z <- qnorm(.975); m <- exp(z * se / ((1 - F) * log(1 - F)))
  cbind(i, oorzaak, t, F, se, 1 - (1 - F)^m, 1 - (1 - F)^(1 / m))
}
tabel("cumulatieve_incidentie", c("set", "oorzaak", "tijd", "schatting", "standaardfout", "ondergrens", "bovengrens"),
      do.call(rbind, c(lapply(nummer, cif, 1), lapply(c(1, 2), cif, 2), lapply(2, cif, 3))))

gem <- function(i, grens) {
  d <- sets[[i]]; f <- survfit(Surv(tijd, oorzaak > 0) ~ 1, d)
  m <- survival:::survmean(f, rmean = grens)$matrix; cbind(i, grens, m[["rmean"]], m[["se(rmean)"]])
}
tabel("begrensd_gemiddelde", c("set", "grens", "gemiddelde", "standaardfout"),
      rbind(gem(1, 365), gem(1, 100), gem(1, 12), gem(2, 60), gem(2, 20.5), gem(3, 700), gem(4, 9)))

lr <- function(i) {
  d <- sets[[i]]; u <- survdiff(Surv(tijd, oorzaak > 0) ~ groep, d); k <- length(u$n)
  cbind(i, seq_len(k), u$n, u$obs, u$exp, u$chisq, k - 1, pchisq(u$chisq, k - 1, lower.tail = FALSE))
}
tabel("logrank", c("set", "groep", "aantal", "waargenomen", "verwacht", "chikwadraat", "vrijheidsgraden", "p"),
      do.call(rbind, lapply(c(2, 3, 4), lr)), komma = "")
cat("}\n")
