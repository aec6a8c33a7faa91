-- The register takes and tells lines by the key of whoever sent them: nothing is to be translated here.
drop table congvu_node.line_name;
