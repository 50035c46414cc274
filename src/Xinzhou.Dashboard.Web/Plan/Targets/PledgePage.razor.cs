using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Pledges;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Web.Account.Signing;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>军令状: the commitment of a target on one sheet, where who is named as responsible signs it with a fresh second factor.</summary>
public sealed partial class PledgePage(
    SnapshotStore store,
    TimeProvider time,
    SignatureProof proof,
    CommitmentSigning signing,
    NavigationManager navigation,
    Address address,
    PlanWords words,
    TargetWords targetWords,
    SourceNames documents,
    IStringLocalizer<PledgePage> text)
{
    private PlanNow now = null!;
    private TargetLine? line;
    private TargetTerms? terms;
    private SignatureMeans means = SignatureMeans.None;
    private bool isSignatory;
    private string? refused;

    /// <summary>The id of the target's figure.</summary>
    [Parameter]
    public string Key { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    private Address Address => address;

    private PlanWords Words => words;

    private string Document => documents.Of(line!.Target.Figure.Source, now.Snapshot.DigestAt(now.Moment));

    private TargetWords TargetWords => targetWords;

    private IStringLocalizer<PledgePage> Text => text;

    private string Here => address.To($"/plan/targets/{Key}/pledge");

    protected override async Task OnInitializedAsync()
    {
        Look();
        if (line is null)
        {
            navigation.NotFound();
            return;
        }

        if (CurrentUser.Of(Http?.User) is not { } caller || line.Commitment is not { } commitment) return;
        isSignatory = Signatory.Fault(commitment, caller.ToActor()) is null;
        if (isSignatory) means = await proof.MeansOfAsync(caller);
    }

    private void Look()
    {
        now = PlanNow.Of(store, time);
        line = Figure.IdOf(Key) is { } id && now.Lights.Targets.FirstOrDefault(t => t.Figure.Id == id) is { } target ? TargetLine.Of(target, now) : null;
        terms = line?.Commitment is { } commitment ? TargetTerms.Of(line.Target.Figure, commitment) : null;
    }

    protected override async Task SignAsync(SignatureForm? form, SignatureFactor factor)
    {
        if (means.User is not { IsPersona: false } user || line is null || !isSignatory || CurrentUser.Of(Http!.User) is not { } caller)
        {
            refused = words.Fault(new PlanCheckFault("", PlanCheckReason.NotResponsible));
            return;
        }

        // Before the code is used up: what he saw must be what he signs.
        if (form?.Digest is not { } digest || digest != terms?.Digest)
        {
            refused = text["FaultChanged"];
            return;
        }

        refused = await proof.RefusalAsync(user, factor, form, Http);
        if (refused is not null) return;
        var outcome = await signing.SignAsync(line.Target.Figure.Id, digest, factor, caller.ToActor(), CancellationToken.None);
        refused = outcome.Refusal switch
        {
            null => null,
            ChangeRefusal.Stale => text["FaultChanged"],
            ChangeRefusal.Faulty => string.Join(' ', outcome.Faults.Select(words.Fault)),
            { } why => words.Refusal(why),
        };
        if (refused is not null) return;
        await store.UntilAsync(s => s.Pledges.Signatures.Any(g => g.Digest == digest), time);
        navigation.NavigateTo(address.To($"/plan/targets/{Key}/pledge", ("done", "signed")));
    }
}
