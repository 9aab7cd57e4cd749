-- Keys of before there were owners in them: who sweeps asks which of a thousand a row knows.
create index dataset_image_earlier_content on dataset_image (content_key) where content_key like 'images/%';
create index dataset_image_earlier_crop on dataset_image (crop_key) where crop_key like 'images/%';
