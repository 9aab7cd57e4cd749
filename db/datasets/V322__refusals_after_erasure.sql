-- An upload that went on while a person was erased wrote down after their erasure whose images it refused.
update dataset_upload_refusal r set subject_id = null
from data_subject s
where s.id = r.subject_id and s.erased_at is not null;
