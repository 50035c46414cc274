using System.Text.Json.Serialization;
using Xinzhou.Dashboard.Web.Api.Catalogue;
using Xinzhou.Dashboard.Web.Api.Chains;
using Xinzhou.Dashboard.Web.Api.Changes;
using Xinzhou.Dashboard.Web.Api.Conduct;
using Xinzhou.Dashboard.Web.Api.Conflicts;
using Xinzhou.Dashboard.Web.Api.Figures;
using Xinzhou.Dashboard.Web.Api.Judgements;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Owners;
using Xinzhou.Dashboard.Web.Api.Plan;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Progress;
using Xinzhou.Dashboard.Web.Api.Reading;
using Xinzhou.Dashboard.Web.Api.Reviews;
using Xinzhou.Dashboard.Web.Api.Sources;
using Xinzhou.Dashboard.Web.Api.Supervision;
using Xinzhou.Dashboard.Web.Api.Targets;

namespace Xinzhou.Dashboard.Web.Api;

/// <summary>Writes the answers without reflection. Every field is written, null or not, so that all rows have the same form.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Page<DimensionItem>))]
[JsonSerializable(typeof(Page<AspectItem>))]
[JsonSerializable(typeof(Page<TaskItem>))]
[JsonSerializable(typeof(Page<MilestoneItem>))]
[JsonSerializable(typeof(Page<LightItem>))]
[JsonSerializable(typeof(Page<TargetItem>))]
[JsonSerializable(typeof(OwedTaskItem))]
[JsonSerializable(typeof(MilestoneStandingItem))]
[JsonSerializable(typeof(StandingItem))]
[JsonSerializable(typeof(Page<DepartmentItem>))]
[JsonSerializable(typeof(Page<ProgrammeItem>))]
[JsonSerializable(typeof(Page<MechanismItem>))]
[JsonSerializable(typeof(NotesPage))]
[JsonSerializable(typeof(Page<UnitItem>))]
[JsonSerializable(typeof(Page<IndicatorItem>))]
[JsonSerializable(typeof(Page<SeriesItem>))]
[JsonSerializable(typeof(Page<FigureItem>))]
[JsonSerializable(typeof(Page<SourceItem>))]
[JsonSerializable(typeof(Page<ConflictItem>))]
[JsonSerializable(typeof(AssessmentItem))]
[JsonSerializable(typeof(ForecastItem))]
[JsonSerializable(typeof(ClockItem))]
[JsonSerializable(typeof(Page<NoticeItem>))]
[JsonSerializable(typeof(Page<CircularItem>))]
[JsonSerializable(typeof(Page<JudgementItem>))]
[JsonSerializable(typeof(Page<RiskItem>))]
[JsonSerializable(typeof(Page<HeldReviewItem>))]
[JsonSerializable(typeof(Page<ChangeItem>))]
[JsonSerializable(typeof(Page<MissingOwnerItem>))]
[JsonSerializable(typeof(Page<ConductItem>))]
[JsonSerializable(typeof(Page<ChainItem>))]
[JsonSerializable(typeof(Problem))]
public sealed partial class ApiJson : JsonSerializerContext;
