# M/M/3 in simmer.
#
# Usage: Rscript mm3.R CUSTOMERS INTERVAL SERVICE SEED   Prints: seconds mean-wait
suppressPackageStartupMessages(library(simmer))

given <- as.numeric(commandArgs(trailingOnly = TRUE))
customers <- given[1]
interval <- given[2]
service <- given[3]
set.seed(given[4])

left <- customers
customer <- timeout(seize(trajectory(), "clerks"), function() rexp(1, 1 / service))
customer <- release(customer, "clerks")

env <- add_resource(simmer(), "clerks", 3, mon = FALSE)
# A negative interval ends the stream.
env <- add_generator(env, "customer", customer, function() {
  left <<- left - 1
  if (left < 0) -1 else rexp(1, 1 / interval)
})

began <- proc.time()
env <- run(env)
took <- proc.time() - began
seen <- get_mon_arrivals(env)
cat(took[["user.self"]] + took[["sys.self"]], mean(seen$end_time - seen$start_time - seen$activity_time), "\n")
