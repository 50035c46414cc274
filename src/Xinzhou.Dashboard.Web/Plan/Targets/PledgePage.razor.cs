using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Pledges;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Account.Passkeys;
using Xinzhou.Dashboard.Web.Account.SecondFactor;
using Xinzhou.Dashboard.Web.Account.SignIn;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>军令状: the commitment of a target on one sheet, where who is named as responsible signs it with a fresh second factor.</summary>
public sealed partial class PledgePage(
    SnapshotStore store,
    TimeProvider time,
    SignInManager<User> signIn,
    SecondFactors factors,
    PasskeyProof passkeys,
    CommitmentSigning signing,
    NavigationManager navigation,
    Address address,
    PlanWords words,
    TargetWords targetWords,
    IStringLocalizer<PledgePage> text)
{
    // The snapshot follows a commit within moments; a page that waits longer shows what it has.
    private static readonly TimeSpan SnapshotTimeout = TimeSpan.FromSeconds(5);

    private PlanNow now = null!;
    private TargetLine? line;
    private TargetTerms? terms;
    private User? user;
    private bool hasPasskey;
    private bool isSignatory;
    private string? refused;

    /// <summary>The id of the target's figure.</summary>
    [Parameter]
    public string Key { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "sign-code")]
    private PledgeForm? ByCode { get; set; }

    [SupplyParameterFromForm(FormName = "sign-passkey")]
    private PledgeForm? ByPasskey { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private PlanWords Words => words;

    private TargetWords TargetWords => targetWords;

    private IStringLocalizer<PledgePage> Text => text;

    private bool HasCode => user is { TwoFactorEnabled: true };

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
        if (!isSignatory) return;
        user = await signIn.UserManager.FindByIdAsync(caller.Id.ToString());
        hasPasskey = user is { IsPersona: false } && (await signIn.UserManager.GetPasskeysAsync(user)).Count > 0;
    }

    private void Look()
    {
        now = PlanNow.Of(store, time);
        line = Figure.IdOf(Key) is { } id && now.Lights.Targets.FirstOrDefault(t => t.Figure.Id == id) is { } target ? TargetLine.Of(target, now) : null;
        terms = line?.Commitment is { } commitment ? TargetTerms.Of(line.Target.Figure, commitment) : null;
    }

    private Task SignByCodeAsync() => SignAsync(
        ByCode?.Digest,
        SignatureFactor.Code,
        PledgeFault.CodeWrong,
        who => factors.ProveAsync(who, (ByCode?.Code ?? "").Replace(" ", "", StringComparison.Ordinal).Trim(), SignInLimits.AddressOf(Http!), Http!.RequestAborted));

    private Task SignByPasskeyAsync() => SignAsync(
        ByPasskey?.Digest,
        SignatureFactor.Passkey,
        PledgeFault.PasskeyRefused,
        who => passkeys.ProveAsync(who, ByPasskey?.Credential ?? "", SignInLimits.AddressOf(Http!), Http!.RequestAborted));

    private async Task SignAsync(string? digest, SignatureFactor factor, PledgeFault fault, Func<User, Task<SignInAnswer>> prove)
    {
        if (user is not { IsPersona: false } || line is null || !isSignatory || CurrentUser.Of(Http!.User) is not { } caller)
        {
            refused = words.Fault(new PlanCheckFault("", PlanCheckReason.NotResponsible));
            return;
        }

        // Before the code is used up: what he saw must be what he signs.
        if (digest is null || digest != terms?.Digest)
        {
            refused = text[$"Fault{PledgeFault.Changed}"];
            return;
        }

        var answer = await prove(user);
        if (answer.Outcome == SignInOutcome.TooMany)
        {
            SignInLimits.Refuse(Http, answer.Wait);
            refused = text["TooMany", SignInLimits.Minutes(answer.Wait)];
            return;
        }

        if (answer.Outcome != SignInOutcome.Done)
        {
            refused = text[$"Fault{fault}"];
            return;
        }

        var outcome = await signing.SignAsync(line.Target.Figure.Id, digest, factor, caller.ToActor(), CancellationToken.None);
        refused = outcome.Refusal switch
        {
            null => null,
            ChangeRefusal.Stale => text[$"Fault{PledgeFault.Changed}"],
            ChangeRefusal.Faulty => string.Join(' ', outcome.Faults.Select(words.Fault)),
            { } why => words.Refusal(why),
        };
        if (refused is not null) return;
        await ShownAsync(digest);
        navigation.NavigateTo(address.To($"/plan/targets/{Key}/pledge", ("done", "signed")));
    }

    private async Task ShownAsync(string digest)
    {
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Changed += Check;
        try
        {
            Check();
            await Task.WhenAny(shown.Task, Task.Delay(SnapshotTimeout, time));
        }
        finally
        {
            store.Changed -= Check;
        }

        void Check()
        {
            if (store.Current.Pledges.Signatures.Any(s => s.Digest == digest)) shown.TrySetResult();
        }
    }
}
