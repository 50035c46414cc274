using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Npgsql;
using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Administration.Rules;

/// <summary>One validation rule, or a new one: what it says, how often it would fire, and what it said before.</summary>
public sealed partial class RulePage(
    ValidationRules rules,
    RuleTrials trials,
    SnapshotStore store,
    Caller caller,
    NavigationManager navigation,
    Address address,
    RuleWords words,
    IStringLocalizer<RulePage> text)
{
    private StoredRule? rule;
    private RuleKind kind = RuleKinds.Unknown;
    private RuleForm? form;
    private string? endReason;
    private RuleRefusal? refusal;
    private IReadOnlyList<RuleFault> faults = [];
    private RuleTrialResult? trial;
    private bool broken;

    /// <summary>The code of the rule; null for a new one.</summary>
    [Parameter]
    public string? Code { get; set; }

    /// <summary>The kind of a new rule.</summary>
    [SupplyParameterFromQuery(Name = "type")]
    private string? KindCode { get; set; }

    /// <summary>What was just done: saved, ended.</summary>
    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private RuleWords Words => words;

    private IStringLocalizer<RulePage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        if (Code is null)
        {
            kind = RuleKinds.Find(KindCode) ?? RuleKinds.All[0];
            form = RuleForm.New(kind);
            return;
        }

        rule = await rules.FindAsync(Code, Http!.RequestAborted);
        if (rule is null)
        {
            navigation.NotFound();
            return;
        }

        kind = rule.Definition.Kind;
        form = RuleForm.Of(rule.Code, rule.Definition);
    }

    private async Task SubmitAsync()
    {
        if (Http is null || form is null || await caller.FindAsync(Right.KeepCatalogue) is not { } user)
        {
            return;
        }

        var sent = await Http.Request.ReadFormAsync(Http.RequestAborted);
        form = RuleForm.Read(sent, kind) with { Code = rule?.Code ?? sent["code"].ToString().Trim() };
        await TellAsync(async () =>
        {
            var definition = form.Definition(kind);
            if (sent["act"] != "save")
            {
                // To try it, a new rule need not have its code yet.
                faults = RuleCheck.Faults(form.Code.Length == 0 ? "trial" : form.Code, definition, store.Current.Catalogue);
                if (faults.Count > 0) return new(RuleRefusal.Faulty, faults);
                trial = await trials.RunAsync(form.Code, definition, Http.RequestAborted);
                return null;
            }

            return await rules.SaveAsync(form.Code, definition, form.Seen, form.Reason, user.ToActor(), CancellationToken.None);
        }, "saved");
    }

    private async Task EndAsync()
    {
        if (Http is null || rule is null || await caller.FindAsync(Right.KeepCatalogue) is not { } user)
        {
            return;
        }

        var sent = await Http.Request.ReadFormAsync(Http.RequestAborted);
        endReason = sent["reason"];
        await TellAsync(
            async () => await rules.TakeOutAsync(
                rule.Code, long.TryParse(sent["seen"], out var seen) ? seen : 0, endReason, user.ToActor(), CancellationToken.None),
            "ended");
    }

    private async Task TellAsync(Func<Task<RuleOutcome?>> step, string done)
    {
        try
        {
            var outcome = await step();
            if (outcome is { Refusal: null })
            {
                navigation.NavigateTo(address.To($"/admin/rules/{form!.Code}", ("done", done)));
                return;
            }

            (refusal, faults) = (outcome?.Refusal, outcome?.Faults ?? []);
            if (refusal == RuleRefusal.Stale) rule = await rules.FindAsync(rule!.Code, Http!.RequestAborted);
        }
        catch (NpgsqlException)
        {
            broken = true;
        }
    }
}
