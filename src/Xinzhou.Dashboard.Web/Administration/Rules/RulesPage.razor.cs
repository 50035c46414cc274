using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Rules;

/// <summary>All rules, those in force first, and the way to a new one.</summary>
public sealed partial class RulesPage(
    ValidationRules store, WorkScript script, Address address, RuleWords words, IStringLocalizer<RulesPage> text)
{
    private IReadOnlyList<StoredRule> rules = [];
    private IReadOnlyList<StoredRule> listed = [];
    private IReadOnlyList<Choice<string>> kinds = [];
    private IReadOnlyList<Choice<string>> newKinds = [];
    private IReadOnlyList<Choice<Severity?>> levels = [];
    private RuleFilter filter = new(null, null, null);
    private string? newKind = RuleKinds.All[0].Code;

    private Address Address => address;

    private RuleWords Words => words;

    private IStringLocalizer<RulesPage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        newKinds = [.. RuleKinds.All.Select(k => new Choice<string>(k.Code, words.Kind(k)))];
        kinds = [new(null!, text["Any"]), .. newKinds];
        levels = [new(null, text["Any"]), .. Enum.GetValues<Severity>().Select(s => new Choice<Severity?>(s, words.Severity(s)))];
        filter = RuleFilter.Read(address);
        await GuardAsync(async () => rules = [.. (await store.AllAsync(Leaving)).OrderBy(r => !r.IsInForce)]);
        List();
    }

    private Task FilterAsync(RuleFilter asked)
    {
        filter = asked;
        List();
        return script.ShowAddressAsync(filter.Write(address));
    }

    private void List() => listed = [.. rules.Where(r => filter.Holds(r, words.Sentence(r.Definition)))];
}
