PRAGMA application_id = 1145654849;
PRAGMA user_version = 1;
CREATE TABLE project (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	cluster TEXT NOT NULL,
	territory TEXT NOT NULL,
	country TEXT NOT NULL,
	currency TEXT NOT NULL,
	language TEXT NOT NULL,
	starts_on TEXT,
	promoter TEXT NOT NULL,
	executing_entity TEXT NOT NULL,
	public_counterpart TEXT NOT NULL,
	presentation TEXT NOT NULL,
	acknowledgements TEXT NOT NULL,
	acronyms TEXT NOT NULL,
	limits TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE narrative (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	section TEXT NOT NULL,
	text TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE waiver (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	"check" TEXT NOT NULL,
	stage_waived TEXT NOT NULL,
	reason TEXT NOT NULL,
	waived_on TEXT NOT NULL,
	waived_by TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE evidence (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	file TEXT NOT NULL,
	digest TEXT NOT NULL,
	about_table TEXT NOT NULL,
	about_id TEXT,
	added_on TEXT NOT NULL,
	note TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE draft (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	of_table TEXT NOT NULL,
	cells TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE column_memory (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	of_table TEXT NOT NULL,
	heading TEXT NOT NULL,
	field TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE team_member (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	organisation TEXT NOT NULL,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE stage_window (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	planned_stage TEXT NOT NULL,
	first_week BIGINT NOT NULL,
	last_week BIGINT NOT NULL,
	closed_on TEXT,
	UNIQUE (id)
);
CREATE TABLE meeting (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	about_stage TEXT NOT NULL,
	held_on TEXT,
	starts_at TEXT NOT NULL,
	place TEXT NOT NULL,
	people BIGINT,
	minutes TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE change_note (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	about_stage TEXT NOT NULL,
	step TEXT NOT NULL,
	noted_on TEXT,
	actors TEXT NOT NULL,
	leads TEXT NOT NULL,
	evidence TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE candidate_cluster (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	activity TEXT NOT NULL,
	cluster_jobs BIGINT,
	region_jobs BIGINT,
	activity_jobs BIGINT,
	country_jobs BIGINT,
	year BIGINT,
	source TEXT NOT NULL,
	business TEXT,
	business_evidence TEXT NOT NULL,
	mass TEXT,
	mass_evidence TEXT NOT NULL,
	demand TEXT,
	demand_evidence TEXT NOT NULL,
	concentration TEXT,
	concentration_evidence TEXT NOT NULL,
	is_chosen BOOLEAN NOT NULL,
	note TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE selection_criterion (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	weight TEXT NOT NULL,
	unit TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE segment (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	product TEXT NOT NULL,
	customer TEXT NOT NULL,
	same_customers TEXT,
	same_rivals TEXT,
	own_name TEXT,
	enough_firms TEXT,
	verdict TEXT,
	note TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE chain_link (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	"order" BIGINT NOT NULL,
	missing TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE map_settings (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	keep_isolates BOOLEAN NOT NULL,
	rule TEXT NOT NULL,
	kinds TEXT NOT NULL,
	inside_only BOOLEAN NOT NULL,
	size_by TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE reference_cluster (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	country TEXT NOT NULL,
	why TEXT NOT NULL,
	lessons TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE trend (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	statement TEXT NOT NULL,
	driver TEXT NOT NULL,
	horizon BIGINT,
	forces TEXT NOT NULL,
	relieves TEXT NOT NULL,
	evidence TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE force_weight (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	force TEXT NOT NULL,
	weight TEXT NOT NULL,
	reason TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE force_factor (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	force TEXT NOT NULL,
	name TEXT NOT NULL,
	weight TEXT NOT NULL,
	today TEXT,
	later TEXT,
	UNIQUE (id)
);
CREATE TABLE force_evidence (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	force TEXT NOT NULL,
	statement TEXT NOT NULL,
	source TEXT NOT NULL,
	year BIGINT,
	UNIQUE (id)
);
CREATE TABLE strategic_option (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	definition TEXT NOT NULL,
	segments TEXT NOT NULL,
	purchase_factors TEXT NOT NULL,
	proposition TEXT NOT NULL,
	played_at TEXT NOT NULL,
	market_size BIGINT,
	market_growth TEXT,
	margin TEXT,
	market_source TEXT NOT NULL,
	chain TEXT NOT NULL,
	minimum_scale TEXT NOT NULL,
	firms TEXT NOT NULL,
	investment BIGINT,
	risks TEXT NOT NULL,
	horizon BIGINT,
	stops TEXT NOT NULL,
	rank BIGINT,
	points TEXT,
	status TEXT NOT NULL,
	status_reason TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE option_criterion (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	axis TEXT NOT NULL,
	weight TEXT NOT NULL,
	question TEXT NOT NULL,
	is_coverage BOOLEAN NOT NULL,
	UNIQUE (id)
);
CREATE TABLE option_settings (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	swing BIGINT NOT NULL,
	samples BIGINT NOT NULL,
	seed BIGINT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE success_factor (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	level TEXT NOT NULL,
	subfactors TEXT NOT NULL,
	present BIGINT,
	waiver TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE objective (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	statement TEXT NOT NULL,
	options TEXT NOT NULL,
	indicator TEXT NOT NULL,
	unit TEXT NOT NULL,
	baseline TEXT,
	baseline_on TEXT,
	target TEXT,
	target_on TEXT,
	source TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE area_rule (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	least_gap BIGINT NOT NULL,
	least_priority BIGINT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE improvement_area (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	need TEXT NOT NULL,
	gaps TEXT NOT NULL,
	options TEXT NOT NULL,
	success_factors TEXT NOT NULL,
	failure TEXT,
	failure_reason TEXT NOT NULL,
	indicator TEXT NOT NULL,
	unit TEXT NOT NULL,
	baseline TEXT,
	baseline_on TEXT,
	source TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE action_line (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	areas TEXT NOT NULL,
	"group" TEXT NOT NULL,
	meetings TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE manager_task (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	monthly_target TEXT,
	counted_in TEXT NOT NULL,
	hours BIGINT,
	product TEXT NOT NULL,
	indicator TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE manager_profile (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	mission TEXT NOT NULL,
	functions TEXT NOT NULL,
	training TEXT NOT NULL,
	experience TEXT NOT NULL,
	competences TEXT NOT NULL,
	reports_to TEXT NOT NULL,
	dedication BIGINT,
	yearly_cost BIGINT,
	selection TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE policy_request (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	addressee TEXT NOT NULL,
	reason TEXT NOT NULL,
	areas TEXT NOT NULL,
	projects TEXT NOT NULL,
	asked_on TEXT,
	state TEXT NOT NULL,
	answer TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE plan_rules (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	begins_on TEXT,
	structuring BIGINT NOT NULL,
	open_network BIGINT NOT NULL,
	closed_network BIGINT NOT NULL,
	inter_cluster BIGINT NOT NULL,
	innovation TEXT NOT NULL,
	efficiency TEXT NOT NULL,
	business TEXT NOT NULL,
	training TEXT NOT NULL,
	knowledge TEXT NOT NULL,
	suppliers TEXT NOT NULL,
	regulation TEXT NOT NULL,
	institutions TEXT NOT NULL,
	finance TEXT NOT NULL,
	contribution BIGINT NOT NULL,
	gap_closed BIGINT NOT NULL,
	reach BIGINT NOT NULL,
	externality BIGINT NOT NULL,
	cost BIGINT NOT NULL,
	time BIGINT NOT NULL,
	complexity BIGINT NOT NULL,
	dependence BIGINT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE published_code (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	about_id TEXT NOT NULL,
	number BIGINT NOT NULL,
	published_on TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE organ (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	task TEXT NOT NULL,
	reports_to TEXT,
	rhythm TEXT NOT NULL,
	term BIGINT,
	members BIGINT,
	UNIQUE (id),
	FOREIGN KEY(reports_to) REFERENCES organ (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_organ_reports_to ON organ (reports_to);
CREATE TABLE agreement (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	parties TEXT NOT NULL,
	subject TEXT NOT NULL,
	signed_on TEXT,
	valid_until TEXT,
	UNIQUE (id)
);
CREATE TABLE governance_role (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	role TEXT NOT NULL,
	actors TEXT NOT NULL,
	task TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE theory_step (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	link TEXT NOT NULL,
	name TEXT NOT NULL,
	assumption TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE logframe_row (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	level TEXT NOT NULL,
	name TEXT NOT NULL,
	indicators TEXT NOT NULL,
	means TEXT NOT NULL,
	assumptions TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE lesson (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	learnt_on TEXT,
	story TEXT NOT NULL,
	recommendation TEXT NOT NULL,
	addressed_to TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE sustainability (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	path TEXT NOT NULL,
	public_share BIGINT,
	ends_on TEXT,
	what_remains TEXT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE plan_version (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	number BIGINT NOT NULL,
	made_on TEXT NOT NULL,
	status TEXT NOT NULL,
	document TEXT NOT NULL,
	as_of BIGINT NOT NULL,
	UNIQUE (id)
);
CREATE TABLE act (
	revision INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	title TEXT NOT NULL,
	"values" TEXT NOT NULL,
	count INTEGER NOT NULL,
	undoes INTEGER,
	undone_by INTEGER,
	FOREIGN KEY(undoes) REFERENCES act (revision),
	FOREIGN KEY(undone_by) REFERENCES act (revision)
);
CREATE TABLE ballot (
	round TEXT NOT NULL,
	turn INTEGER NOT NULL,
	voter BLOB NOT NULL,
	seq INTEGER NOT NULL,
	channel TEXT NOT NULL,
	content TEXT NOT NULL,
	PRIMARY KEY (round, turn, voter)
)
 WITHOUT ROWID;
CREATE TABLE ballot_key (
	round TEXT NOT NULL,
	turn INTEGER NOT NULL,
	"key" BLOB NOT NULL,
	PRIMARY KEY (round, turn)
)
 WITHOUT ROWID;
CREATE TABLE participation (
	round TEXT NOT NULL,
	turn INTEGER NOT NULL,
	card TEXT NOT NULL,
	PRIMARY KEY (round, turn, card)
)
 WITHOUT ROWID;
CREATE TABLE presence (
	day TEXT NOT NULL,
	voter BLOB NOT NULL,
	card TEXT,
	PRIMARY KEY (day, voter)
)
 WITHOUT ROWID;
CREATE TABLE sealed_ballot (
	round TEXT NOT NULL,
	turn INTEGER NOT NULL,
	place INTEGER NOT NULL,
	who TEXT NOT NULL,
	content TEXT NOT NULL,
	PRIMARY KEY (round, turn, place)
)
 WITHOUT ROWID;
CREATE TABLE seal (
	number INTEGER NOT NULL,
	round TEXT NOT NULL,
	turn INTEGER NOT NULL,
	at TEXT NOT NULL,
	count INTEGER NOT NULL,
	digest TEXT NOT NULL,
	told TEXT NOT NULL,
	chain TEXT NOT NULL,
	PRIMARY KEY (number)
)
 WITHOUT ROWID;
CREATE TABLE voting_secret (
	name TEXT NOT NULL,
	value BLOB NOT NULL,
	PRIMARY KEY (name)
)
 WITHOUT ROWID;
CREATE TABLE agenda_block (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	meeting TEXT NOT NULL,
	"order" BIGINT NOT NULL,
	name TEXT NOT NULL,
	minutes BIGINT NOT NULL,
	leads TEXT NOT NULL,
	material TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_agenda_block_meeting ON agenda_block (meeting);
CREATE TABLE decision (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	meeting TEXT NOT NULL,
	text TEXT NOT NULL,
	way TEXT NOT NULL,
	actors TEXT NOT NULL,
	in_favour BIGINT,
	against BIGINT,
	decided_on TEXT,
	note TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_decision_meeting ON decision (meeting);
CREATE TABLE adoption (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	about_table TEXT NOT NULL,
	about_id TEXT NOT NULL,
	field TEXT NOT NULL,
	value TEXT NOT NULL,
	basis TEXT NOT NULL,
	adopted_on TEXT NOT NULL,
	meeting TEXT,
	round_id TEXT,
	question TEXT NOT NULL,
	instrument TEXT NOT NULL,
	unit TEXT NOT NULL,
	rule TEXT NOT NULL,
	count BIGINT NOT NULL,
	eligible BIGINT,
	turn BIGINT NOT NULL,
	consensus_measure TEXT NOT NULL,
	consensus TEXT,
	UNIQUE (id),
	FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_adoption_meeting ON adoption (meeting);
CREATE TABLE candidate_score (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	candidate TEXT NOT NULL,
	criterion TEXT NOT NULL,
	value TEXT NOT NULL,
	given_by TEXT NOT NULL,
	source TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(candidate) REFERENCES candidate_cluster (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(criterion) REFERENCES selection_criterion (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_candidate_score_candidate ON candidate_score (candidate);
CREATE INDEX ix_candidate_score_criterion ON candidate_score (criterion);
CREATE TABLE scope (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	sector TEXT NOT NULL,
	segment TEXT NOT NULL,
	territory TEXT NOT NULL,
	orientation TEXT,
	statement TEXT NOT NULL,
	rule TEXT NOT NULL,
	left_out TEXT NOT NULL,
	accepted_on TEXT,
	accepted_in TEXT,
	UNIQUE (id),
	FOREIGN KEY(accepted_in) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_scope_accepted_in ON scope (accepted_in);
CREATE TABLE actor (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	code TEXT NOT NULL,
	kind TEXT,
	link TEXT,
	segments TEXT NOT NULL,
	inclusion TEXT,
	is_core BOOLEAN NOT NULL,
	tax_id TEXT NOT NULL,
	place TEXT NOT NULL,
	founded BIGINT,
	employees BIGINT,
	turnover BIGINT,
	export_share BIGINT,
	figures_year BIGINT,
	source TEXT NOT NULL,
	website TEXT NOT NULL,
	notes TEXT NOT NULL,
	position TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(link) REFERENCES chain_link (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_actor_link ON actor (link);
CREATE TABLE statistic (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	indicator TEXT NOT NULL,
	perimeter TEXT NOT NULL,
	link TEXT,
	reference TEXT,
	year BIGINT NOT NULL,
	value TEXT NOT NULL,
	quality TEXT NOT NULL,
	source TEXT NOT NULL,
	note TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(link) REFERENCES chain_link (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(reference) REFERENCES reference_cluster (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_statistic_reference ON statistic (reference);
CREATE INDEX ix_statistic_link ON statistic (link);
CREATE TABLE business (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	what TEXT NOT NULL,
	year BIGINT,
	horizon BIGINT,
	scored_in TEXT,
	UNIQUE (id),
	FOREIGN KEY(scored_in) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_business_scored_in ON business (scored_in);
CREATE TABLE challenge (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	statement TEXT NOT NULL,
	why TEXT NOT NULL,
	trends TEXT NOT NULL,
	forces TEXT NOT NULL,
	validated_on TEXT,
	validated_in TEXT,
	UNIQUE (id),
	FOREIGN KEY(validated_in) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_challenge_validated_in ON challenge (validated_in);
CREATE TABLE buyer_segment (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	description TEXT NOT NULL,
	advanced TEXT NOT NULL,
	rival TEXT NOT NULL,
	reference TEXT,
	crosshair TEXT NOT NULL,
	line_importance TEXT,
	line_performance TEXT,
	UNIQUE (id),
	FOREIGN KEY(reference) REFERENCES reference_cluster (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_buyer_segment_reference ON buyer_segment (reference);
CREATE TABLE option_merit (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	option TEXT NOT NULL,
	criterion TEXT NOT NULL,
	merit TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(option) REFERENCES strategic_option (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(criterion) REFERENCES option_criterion (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_option_merit_criterion ON option_merit (criterion);
CREATE INDEX ix_option_merit_option ON option_merit (option);
CREATE TABLE priority_vote (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	question TEXT NOT NULL,
	rule TEXT NOT NULL,
	unit TEXT NOT NULL,
	meeting TEXT,
	held_on TEXT,
	eligible BIGINT,
	voted BIGINT,
	quorum BIGINT,
	consensus_measure TEXT NOT NULL,
	consensus TEXT,
	dissent TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_priority_vote_meeting ON priority_vote (meeting);
CREATE TABLE diamond_factor (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	determinant TEXT NOT NULL,
	actual BIGINT,
	exposure BIGINT,
	evidence TEXT NOT NULL,
	agreed_in TEXT,
	UNIQUE (id),
	FOREIGN KEY(agreed_in) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_diamond_factor_agreed_in ON diamond_factor (agreed_in);
CREATE TABLE gap_cost (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	option TEXT NOT NULL,
	cost TEXT NOT NULL,
	reason TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(option) REFERENCES strategic_option (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_gap_cost_option ON gap_cost (option);
CREATE TABLE success_need (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	factor TEXT NOT NULL,
	option TEXT NOT NULL,
	relevance TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(factor) REFERENCES success_factor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(option) REFERENCES strategic_option (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_success_need_factor ON success_need (factor);
CREATE INDEX ix_success_need_option ON success_need (option);
CREATE TABLE vision_version (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	text TEXT NOT NULL,
	drafted_on TEXT,
	drafted_by TEXT NOT NULL,
	approvals BIGINT,
	voters BIGINT,
	consent TEXT,
	objections TEXT NOT NULL,
	adopted_on TEXT,
	adopted_in TEXT,
	note TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(adopted_in) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_vision_version_adopted_in ON vision_version (adopted_in);
CREATE TABLE round (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	question TEXT NOT NULL,
	explanation TEXT NOT NULL,
	about_stage TEXT NOT NULL,
	meeting TEXT,
	instrument TEXT NOT NULL,
	unit TEXT NOT NULL,
	roll TEXT NOT NULL,
	secrecy TEXT NOT NULL,
	rule TEXT NOT NULL,
	tie_break TEXT NOT NULL,
	quorum BIGINT,
	turns BIGINT NOT NULL,
	amount BIGINT NOT NULL,
	can_stack BOOLEAN NOT NULL,
	is_partial BOOLEAN NOT NULL,
	asks_reasons BOOLEAN NOT NULL,
	is_weighted BOOLEAN NOT NULL,
	seconds BIGINT,
	feeds_table TEXT NOT NULL,
	feeds_field TEXT NOT NULL,
	state TEXT NOT NULL,
	turn BIGINT NOT NULL,
	opened_at TEXT,
	ends_at TEXT,
	closed_at TEXT,
	void_reason TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_round_meeting ON round (meeting);
CREATE TABLE governance (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	base TEXT,
	entity TEXT NOT NULL,
	why TEXT NOT NULL,
	public_link TEXT NOT NULL,
	is_not TEXT NOT NULL,
	adopted_on TEXT,
	adopted_in TEXT,
	UNIQUE (id),
	FOREIGN KEY(adopted_in) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_governance_adopted_in ON governance (adopted_in);
CREATE TABLE governance_rule (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	organ TEXT,
	majority TEXT,
	counted TEXT,
	text TEXT NOT NULL,
	adopted_on TEXT,
	adopted_in TEXT,
	UNIQUE (id),
	FOREIGN KEY(organ) REFERENCES organ (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(adopted_in) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_governance_rule_adopted_in ON governance_rule (adopted_in);
CREATE INDEX ix_governance_rule_organ ON governance_rule (organ);
CREATE TABLE alteration (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	revision INTEGER NOT NULL,
	"table" TEXT NOT NULL,
	record TEXT NOT NULL,
	row_no INTEGER,
	"before" TEXT,
	"after" TEXT,
	FOREIGN KEY(revision) REFERENCES act (revision)
);
CREATE INDEX ix_alteration_revision ON alteration (revision);
CREATE INDEX ix_alteration_record ON alteration (record);
CREATE TABLE attendance (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	meeting TEXT NOT NULL,
	actor TEXT NOT NULL,
	people BIGINT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_attendance_meeting ON attendance (meeting);
CREATE INDEX ix_attendance_actor ON attendance (actor);
CREATE TABLE interview (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	actor TEXT NOT NULL,
	held_on TEXT NOT NULL,
	interviewer TEXT,
	findings TEXT NOT NULL,
	confidential TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(interviewer) REFERENCES team_member (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_interview_actor ON interview (actor);
CREATE INDEX ix_interview_interviewer ON interview (interviewer);
CREATE TABLE agenda_round (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	block TEXT NOT NULL,
	round_id TEXT,
	UNIQUE (id),
	FOREIGN KEY(block) REFERENCES agenda_block (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_agenda_round_block ON agenda_round (block);
CREATE TABLE rater (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	side TEXT NOT NULL,
	actor TEXT,
	UNIQUE (id),
	FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_rater_actor ON rater (actor);
CREATE TABLE contact (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	actor TEXT NOT NULL,
	position TEXT NOT NULL,
	is_lead BOOLEAN NOT NULL,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	consent BOOLEAN NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_contact_actor ON contact (actor);
CREATE TABLE tie (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	source TEXT NOT NULL,
	target TEXT NOT NULL,
	kind TEXT NOT NULL,
	intensity BIGINT NOT NULL,
	reported_by TEXT NOT NULL,
	reported_on TEXT,
	note TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(source) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(target) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_tie_target ON tie (target);
CREATE INDEX ix_tie_source ON tie (source);
CREATE TABLE service (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	actor TEXT NOT NULL,
	name TEXT NOT NULL,
	audience TEXT NOT NULL,
	description TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_service_actor ON service (actor);
CREATE TABLE purchase_factor (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	segment TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT,
	"order" BIGINT,
	importance_today TEXT,
	importance_advanced TEXT,
	own TEXT,
	rival TEXT,
	reference TEXT,
	self_image TEXT,
	trends TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(segment) REFERENCES buyer_segment (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_purchase_factor_segment ON purchase_factor (segment);
CREATE TABLE intention (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	firm TEXT NOT NULL,
	option TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(firm) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(option) REFERENCES strategic_option (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_intention_option ON intention (option);
CREATE INDEX ix_intention_firm ON intention (firm);
CREATE TABLE ideal (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	factor TEXT NOT NULL,
	option TEXT NOT NULL,
	need BIGINT NOT NULL,
	weight BIGINT NOT NULL,
	reason TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(factor) REFERENCES diamond_factor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(option) REFERENCES strategic_option (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_ideal_option ON ideal (option);
CREATE INDEX ix_ideal_factor ON ideal (factor);
CREATE TABLE gap_decision (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	factor TEXT NOT NULL,
	option TEXT NOT NULL,
	decision TEXT NOT NULL,
	reason TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(factor) REFERENCES diamond_factor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(option) REFERENCES strategic_option (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_gap_decision_option ON gap_decision (option);
CREATE INDEX ix_gap_decision_factor ON gap_decision (factor);
CREATE TABLE plan_project (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	line TEXT,
	category TEXT,
	typology TEXT,
	orientation TEXT,
	readiness TEXT NOT NULL,
	tags TEXT NOT NULL,
	is_early BOOLEAN NOT NULL,
	leader TEXT,
	leadership TEXT,
	fund TEXT NOT NULL,
	estimate BIGINT,
	areas TEXT NOT NULL,
	gaps TEXT NOT NULL,
	success_factors TEXT NOT NULL,
	actors TEXT NOT NULL,
	objective TEXT NOT NULL,
	description TEXT NOT NULL,
	deliverables TEXT NOT NULL,
	beneficiaries TEXT NOT NULL,
	contribution BIGINT,
	gap_closed BIGINT,
	reach BIGINT,
	externality BIGINT,
	cost BIGINT,
	time BIGINT,
	complexity BIGINT,
	dependence BIGINT,
	UNIQUE (id),
	FOREIGN KEY(line) REFERENCES action_line (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(leader) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_plan_project_line ON plan_project (line);
CREATE INDEX ix_plan_project_leader ON plan_project (leader);
CREATE TABLE round_item (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	round TEXT NOT NULL,
	position BIGINT NOT NULL,
	name TEXT NOT NULL,
	note TEXT NOT NULL,
	about_table TEXT NOT NULL,
	about_id TEXT,
	UNIQUE (id),
	FOREIGN KEY(round) REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_round_item_round ON round_item (round);
CREATE TABLE round_criterion (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	round TEXT NOT NULL,
	position BIGINT NOT NULL,
	name TEXT NOT NULL,
	scale TEXT NOT NULL,
	field TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(round) REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_round_criterion_round ON round_criterion (round);
CREATE TABLE voter_card (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	label TEXT NOT NULL,
	meeting TEXT,
	is_firm BOOLEAN NOT NULL,
	actor TEXT,
	weight TEXT NOT NULL,
	issue BIGINT NOT NULL,
	is_void BOOLEAN NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_voter_card_actor ON voter_card (actor);
CREATE INDEX ix_voter_card_meeting ON voter_card (meeting);
CREATE TABLE operating_cost (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	year BIGINT NOT NULL,
	fund TEXT NOT NULL,
	part TEXT NOT NULL,
	payer TEXT,
	amount BIGINT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(payer) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_operating_cost_payer ON operating_cost (payer);
CREATE TABLE follow_up (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	due_on TEXT NOT NULL,
	level TEXT NOT NULL,
	responsible TEXT,
	product TEXT NOT NULL,
	done_on TEXT,
	UNIQUE (id),
	FOREIGN KEY(responsible) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_follow_up_responsible ON follow_up (responsible);
CREATE TABLE risk (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	likelihood TEXT,
	damage TEXT,
	mitigation TEXT NOT NULL,
	watched_by TEXT,
	sign TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(watched_by) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_risk_watched_by ON risk (watched_by);
CREATE TABLE force_score (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	rater TEXT NOT NULL,
	factor TEXT NOT NULL,
	today BIGINT,
	later BIGINT,
	UNIQUE (id),
	FOREIGN KEY(rater) REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(factor) REFERENCES force_factor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_force_score_factor ON force_score (factor);
CREATE INDEX ix_force_score_rater ON force_score (rater);
CREATE TABLE factor_score (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	rater TEXT NOT NULL,
	factor TEXT NOT NULL,
	importance_today BIGINT,
	importance_advanced BIGINT,
	own BIGINT,
	rival BIGINT,
	reference BIGINT,
	UNIQUE (id),
	FOREIGN KEY(rater) REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(factor) REFERENCES purchase_factor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_factor_score_rater ON factor_score (rater);
CREATE INDEX ix_factor_score_factor ON factor_score (factor);
CREATE TABLE option_score (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	rater TEXT NOT NULL,
	option TEXT NOT NULL,
	criterion TEXT NOT NULL,
	score BIGINT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(rater) REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(option) REFERENCES strategic_option (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(criterion) REFERENCES option_criterion (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_option_score_criterion ON option_score (criterion);
CREATE INDEX ix_option_score_rater ON option_score (rater);
CREATE INDEX ix_option_score_option ON option_score (option);
CREATE TABLE option_target (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	option TEXT NOT NULL,
	factor TEXT NOT NULL,
	target BIGINT NOT NULL,
	move TEXT,
	UNIQUE (id),
	FOREIGN KEY(option) REFERENCES strategic_option (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(factor) REFERENCES purchase_factor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_option_target_factor ON option_target (factor);
CREATE INDEX ix_option_target_option ON option_target (option);
CREATE TABLE diamond_score (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	rater TEXT NOT NULL,
	factor TEXT NOT NULL,
	level BIGINT,
	exposure BIGINT,
	UNIQUE (id),
	FOREIGN KEY(rater) REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(factor) REFERENCES diamond_factor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_diamond_score_factor ON diamond_score (factor);
CREATE INDEX ix_diamond_score_rater ON diamond_score (rater);
CREATE TABLE activity (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	project TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	start_month BIGINT,
	months BIGINT NOT NULL,
	"after" TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(project) REFERENCES plan_project (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_activity_project ON activity (project);
CREATE TABLE budget_item (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	project TEXT NOT NULL,
	item TEXT NOT NULL,
	year BIGINT NOT NULL,
	source TEXT NOT NULL,
	amount BIGINT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(project) REFERENCES plan_project (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_budget_item_project ON budget_item (project);
CREATE TABLE project_indicator (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	project TEXT NOT NULL,
	name TEXT NOT NULL,
	unit TEXT NOT NULL,
	baseline TEXT,
	baseline_on TEXT,
	target TEXT,
	target_on TEXT,
	verification TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(project) REFERENCES plan_project (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_project_indicator_project ON project_indicator (project);
CREATE TABLE project_risk (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	project TEXT NOT NULL,
	name TEXT NOT NULL,
	likelihood TEXT,
	damage TEXT,
	response TEXT NOT NULL,
	watched_by TEXT,
	UNIQUE (id),
	FOREIGN KEY(project) REFERENCES plan_project (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(watched_by) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_project_risk_watched_by ON project_risk (watched_by);
CREATE INDEX ix_project_risk_project ON project_risk (project);
CREATE TABLE commitment (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	project TEXT NOT NULL,
	actor TEXT NOT NULL,
	contribution TEXT NOT NULL,
	amount BIGINT,
	hours BIGINT,
	committed_on TEXT,
	meeting TEXT,
	UNIQUE (id),
	FOREIGN KEY(project) REFERENCES plan_project (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_commitment_actor ON commitment (actor);
CREATE INDEX ix_commitment_meeting ON commitment (meeting);
CREATE INDEX ix_commitment_project ON commitment (project);
CREATE TABLE project_rating (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	project TEXT NOT NULL,
	rater TEXT NOT NULL,
	contribution BIGINT,
	gap_closed BIGINT,
	reach BIGINT,
	externality BIGINT,
	cost BIGINT,
	time BIGINT,
	complexity BIGINT,
	dependence BIGINT,
	UNIQUE (id),
	FOREIGN KEY(project) REFERENCES plan_project (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(rater) REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_project_rating_rater ON project_rating (rater);
CREATE INDEX ix_project_rating_project ON project_rating (project);
CREATE TABLE round_result (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	round TEXT NOT NULL,
	turn BIGINT NOT NULL,
	"view" TEXT NOT NULL,
	without TEXT,
	"group" TEXT,
	item TEXT NOT NULL,
	criterion TEXT,
	place BIGINT,
	score TEXT,
	share TEXT,
	count BIGINT NOT NULL,
	abstained BIGINT NOT NULL,
	not_competent BIGINT NOT NULL,
	mean TEXT,
	median TEXT,
	first_quartile TEXT,
	third_quartile TEXT,
	variation TEXT,
	top_two TEXT,
	bottom_two TEXT,
	within_one TEXT,
	agreement TEXT,
	borda TEXT,
	copeland TEXT,
	counts TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(round) REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(without) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(item) REFERENCES round_item (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(criterion) REFERENCES round_criterion (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_round_result_criterion ON round_result (criterion);
CREATE INDEX ix_round_result_round ON round_result (round);
CREATE INDEX ix_round_result_item ON round_result (item);
CREATE INDEX ix_round_result_without ON round_result (without);
CREATE TABLE round_summary (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	round TEXT NOT NULL,
	turn BIGINT NOT NULL,
	"view" TEXT NOT NULL,
	without TEXT,
	"group" TEXT,
	"cast" BIGINT NOT NULL,
	valid BIGINT NOT NULL,
	eligible BIGINT,
	firms BIGINT,
	weights TEXT NOT NULL,
	kinds BIGINT,
	largest_share TEXT,
	by_paper BIGINT NOT NULL,
	by_hands BIGINT NOT NULL,
	has_quorum BOOLEAN,
	winner TEXT,
	is_tied BOOLEAN NOT NULL,
	condorcet TEXT,
	measure TEXT,
	consensus TEXT,
	chi_square TEXT,
	probability TEXT,
	UNIQUE (id),
	FOREIGN KEY(round) REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(without) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(winner) REFERENCES round_item (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(condorcet) REFERENCES round_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_round_summary_condorcet ON round_summary (condorcet);
CREATE INDEX ix_round_summary_without ON round_summary (without);
CREATE INDEX ix_round_summary_winner ON round_summary (winner);
CREATE INDEX ix_round_summary_round ON round_summary (round);
CREATE TABLE round_pair (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	round TEXT NOT NULL,
	turn BIGINT NOT NULL,
	item TEXT NOT NULL,
	other TEXT NOT NULL,
	votes TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(round) REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(item) REFERENCES round_item (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(other) REFERENCES round_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_round_pair_item ON round_pair (item);
CREATE INDEX ix_round_pair_round ON round_pair (round);
CREATE INDEX ix_round_pair_other ON round_pair (other);
CREATE TABLE round_text (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	round TEXT NOT NULL,
	turn BIGINT NOT NULL,
	item TEXT,
	text TEXT NOT NULL,
	count BIGINT NOT NULL,
	"group" TEXT NOT NULL,
	is_hidden BOOLEAN NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(round) REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(item) REFERENCES round_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_round_text_item ON round_text (item);
CREATE INDEX ix_round_text_round ON round_text (round);
CREATE TABLE round_pledge (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	round TEXT NOT NULL,
	item TEXT NOT NULL,
	who TEXT NOT NULL,
	actor TEXT,
	contribution TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(round) REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(item) REFERENCES round_item (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_round_pledge_round ON round_pledge (round);
CREATE INDEX ix_round_pledge_item ON round_pledge (item);
CREATE INDEX ix_round_pledge_actor ON round_pledge (actor);
CREATE TABLE round_choice (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	round TEXT NOT NULL,
	turn BIGINT NOT NULL,
	firm TEXT NOT NULL,
	item TEXT,
	UNIQUE (id),
	FOREIGN KEY(round) REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(firm) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(item) REFERENCES round_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_round_choice_round ON round_choice (round);
CREATE INDEX ix_round_choice_firm ON round_choice (firm);
CREATE INDEX ix_round_choice_item ON round_choice (item);
CREATE TABLE organ_member (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	organ TEXT NOT NULL,
	actor TEXT NOT NULL,
	person TEXT,
	seat TEXT NOT NULL,
	since TEXT,
	UNIQUE (id),
	FOREIGN KEY(organ) REFERENCES organ (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_organ_member_organ ON organ_member (organ);
CREATE INDEX ix_organ_member_person ON organ_member (person);
CREATE INDEX ix_organ_member_actor ON organ_member (actor);
CREATE TABLE indicator (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	level TEXT NOT NULL,
	objective TEXT,
	project_indicator TEXT,
	formula TEXT NOT NULL,
	unit TEXT NOT NULL,
	baseline TEXT,
	baseline_on TEXT,
	target TEXT,
	target_on TEXT,
	frequency TEXT,
	source TEXT NOT NULL,
	responsible TEXT,
	disaggregation TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(objective) REFERENCES objective (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(project_indicator) REFERENCES project_indicator (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(responsible) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_indicator_responsible ON indicator (responsible);
CREATE INDEX ix_indicator_objective ON indicator (objective);
CREATE INDEX ix_indicator_project_indicator ON indicator (project_indicator);
CREATE TABLE measurement (
	row_no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	indicator TEXT NOT NULL,
	measured_on TEXT NOT NULL,
	value TEXT NOT NULL,
	source TEXT NOT NULL,
	note TEXT NOT NULL,
	UNIQUE (id),
	FOREIGN KEY(indicator) REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_measurement_indicator ON measurement (indicator);
CREATE TABLE schema (version INTEGER NOT NULL PRIMARY KEY, since VARCHAR NOT NULL);
INSERT INTO "act" VALUES(1,'2026-11-23T06:42:14.210399+00:00','ana','Create the project','{}',1,NULL,NULL);
INSERT INTO "act" VALUES(2,'2026-11-23T06:42:14.236111+00:00','ana','Import {file}','{"file": "actores.csv"}',3,NULL,NULL);
INSERT INTO "actor" VALUES(1,'00000000-0000-4000-8000-000000000002','Quesería El Tambo','','producer',NULL,'[]',NULL,0,'','',NULL,4,NULL,NULL,NULL,'','','','');
INSERT INTO "actor" VALUES(2,'00000000-0000-4000-8000-000000000003','CITE Lácteos','','support',NULL,'[]',NULL,0,'','',NULL,NULL,NULL,NULL,NULL,'','','','');
INSERT INTO "alteration" VALUES(1,1,'project','00000000-0000-4000-8000-000000000001',NULL,NULL,'{"name": "Quesos de Cajamarca", "cluster": "", "territory": "", "country": "es-PE", "currency": "PEN", "language": "es", "starts_on": null, "promoter": "", "executing_entity": "", "public_counterpart": "", "presentation": "", "acknowledgements": "", "acronyms": ""}');
INSERT INTO "alteration" VALUES(2,2,'actor','00000000-0000-4000-8000-000000000002',NULL,NULL,'{"name": "Quesería El Tambo", "code": "", "kind": "producer", "link": null, "segments": [], "inclusion": null, "is_core": false, "tax_id": "", "place": "", "founded": null, "employees": 4, "turnover": null, "export_share": null, "figures_year": null, "source": "", "website": "", "notes": "", "position": ""}');
INSERT INTO "alteration" VALUES(3,2,'actor','00000000-0000-4000-8000-000000000003',NULL,NULL,'{"name": "CITE Lácteos", "code": "", "kind": "support", "link": null, "segments": [], "inclusion": null, "is_core": false, "tax_id": "", "place": "", "founded": null, "employees": null, "turnover": null, "export_share": null, "figures_year": null, "source": "", "website": "", "notes": "", "position": ""}');
INSERT INTO "alteration" VALUES(4,2,'tie','00000000-0000-4000-8000-000000000004',NULL,NULL,'{"source": "00000000-0000-4000-8000-000000000002", "target": "00000000-0000-4000-8000-000000000003", "kind": "cooperation", "intensity": 2, "reported_by": "team", "reported_on": null, "note": ""}');
INSERT INTO "project" VALUES(1,'00000000-0000-4000-8000-000000000001','Quesos de Cajamarca','','','es-PE','PEN','es',NULL,'','','','','','','');
INSERT INTO "schema" VALUES(1,'2026-11-23T06:42:14+00:00');
INSERT INTO "tie" VALUES(1,'00000000-0000-4000-8000-000000000004','00000000-0000-4000-8000-000000000002','00000000-0000-4000-8000-000000000003','cooperation',2,'team',NULL,'');
