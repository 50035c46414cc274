using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>审核: the returns by urgency, and the way to release several of them.</summary>
public sealed partial class ReviewPage(
    ReviewList list, ReturnList returns, Caller caller, TimeProvider time, Address address, ReviewWords words, IStringLocalizer<ReviewPage> text)
{
    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    [SupplyParameterFromQuery]
    private string? Quarter { get; set; }

    [SupplyParameterFromQuery]
    private string? Form { get; set; }

    [SupplyParameterFromQuery]
    private string? Department { get; set; }

    /// <summary>The page of the list, from 1.</summary>
    // Read as text: what is no number is the first page, and no failure of this one.
    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private int Page => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    /// <summary>The numbers of the returns that were just released together.</summary>
    [SupplyParameterFromQuery]
    private string[]? Released { get; set; }

    /// <summary>The returns that were not, as <see cref="RefusedReturn"/> writes them.</summary>
    [SupplyParameterFromQuery]
    private string[]? Refused { get; set; }

    private ReturnChoices Choices { get; set; } = ReturnChoices.None;

    private ReviewCounts Counts { get; set; } = ReviewCounts.None;

    private ReviewFilter Filter { get; set; } = new(ReviewShow.Waiting, null, null, null);

    private IReadOnlyList<ReviewItem> Shown { get; set; } = [];

    private int Pages => (Counts.Of(Filter.Show) + ReviewList.PageSize - 1) / ReviewList.PageSize;

    private int Current { get; set; } = 1;

    private IReadOnlyList<ReviewItem> DoneReturns { get; set; } = [];

    private IReadOnlyList<(ReviewItem Item, ReturnRefusal Refusal)> RefusedReturns { get; set; } = [];

    private DateTimeOffset Now { get; set; }

    private bool Pickable => Shown.Any(i => i.Waits && !i.IsOwn);

    private Address Address => address;

    private ReviewWords Words => words;

    private IStringLocalizer<ReviewPage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        if (await caller.FindAsync(Right.ReviewReturns) is not { } user)
        {
            return;
        }

        Now = time.GetUtcNow();
        Filter = new(
            Code.TryParse<ReviewShow>(Show, out var show) ? show : ReviewShow.Waiting,
            Domain.Time.Quarter.Parse(Quarter),
            string.IsNullOrEmpty(Form) ? null : Form,
            string.IsNullOrEmpty(Department) ? null : Department);
        var actor = user.ToActor();
        Choices = await returns.ChoicesAsync();
        Counts = await list.CountsAsync(Filter);
        Current = Math.Clamp(Page, 1, Math.Max(Pages, 1));
        Shown = await list.ListAsync(actor, Filter, Current);
        DoneReturns = await list.FindAsync(actor, [.. (Released ?? []).Select(Number).OfType<int>().Distinct()]);
        var refused = (Refused ?? []).Select(RefusedReturn.Read).OfType<RefusedReturn>().ToArray();
        RefusedReturns =
        [
            .. refused.Join(
                await list.FindAsync(actor, [.. refused.Select(r => r.Id)]), r => r.Id, i => i.Summary.Id, (r, i) => (i, r.Refusal)),
        ];
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string NameOf(ReviewItem item) =>
        $"{item.Summary.Department.Name} {ReviewWords.Form(item.Summary.FormName, item.Summary.FormNameEn)} {ReviewWords.Quarter(item.Summary.Quarter)}";
}
