-- What an act costs in the log goes by whom it names and not by how many live in the region. The planner expects thousands in
-- every act and reads all files and all people to find a few of them; by their index they cost what the act names.
alter function toegang.leg_verwerking_vast(jsonb) set enable_seqscan = off;
alter function toegang.leg_verwerking_vast(jsonb) set enable_hashjoin = off;
