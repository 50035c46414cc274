using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>审核: the returns by urgency, and the way to release several of them.</summary>
public sealed partial class ReviewPage(
    ReviewList list, Caller caller, TimeProvider time, Address address, ReviewWords words, IStringLocalizer<ReviewPage> text)
{
    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    [SupplyParameterFromQuery]
    private string? Quarter { get; set; }

    [SupplyParameterFromQuery]
    private string? Form { get; set; }

    [SupplyParameterFromQuery]
    private string? Department { get; set; }

    /// <summary>The numbers of the returns that were just released together.</summary>
    [SupplyParameterFromQuery]
    private int[]? Released { get; set; }

    /// <summary>The returns that were not, as <see cref="RefusedReturn"/> writes them.</summary>
    [SupplyParameterFromQuery]
    private string[]? Refused { get; set; }

    private IReadOnlyList<ReviewItem> Items { get; set; } = [];

    private ReviewFilter Filter { get; set; } = new(ReviewShow.Waiting, null, null, null);

    private IReadOnlyList<ReviewItem> Shown { get; set; } = [];

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
        Items = await list.AllAsync(user.ToActor());
        Filter = new(
            Code.TryParse<ReviewShow>(Show, out var show) ? show : ReviewShow.Waiting,
            Domain.Time.Quarter.Parse(Quarter),
            string.IsNullOrEmpty(Form) ? null : Form,
            string.IsNullOrEmpty(Department) ? null : Department);
        Shown = [.. Items.Where(Filter.Takes)];
        DoneReturns = [.. Items.Where(i => Released?.Contains(i.Summary.Id) == true)];
        RefusedReturns =
        [
            .. (Refused ?? []).Select(RefusedReturn.Read).OfType<RefusedReturn>()
                .Join(Items, r => r.Id, i => i.Summary.Id, (r, i) => (i, r.Refusal)),
        ];
    }

    private int Count(ReviewShow show) => Items.Count(i => Filter.Takes(i, show));

    private static string NameOf(ReviewItem item) =>
        $"{item.Summary.Department.Name} {ReviewWords.Form(item.Summary.FormName, item.Summary.FormNameEn)} {ReviewWords.Quarter(item.Summary.Quarter)}";
}
