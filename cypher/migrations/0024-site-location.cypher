// Purpose: sites by place
// Parameters: none
CREATE POINT INDEX site_location IF NOT EXISTS FOR (s:Site) ON (s.location)
