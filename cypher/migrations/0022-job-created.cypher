// Purpose: jobs by the time they were accepted
// Parameters: none
CREATE RANGE INDEX job_created IF NOT EXISTS FOR (j:Job) ON (j.created)
