using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Administration.Forms;

/// <summary>The words for forms, in the language of the page.</summary>
/// <param name="store">Gives the names of indicators, units, tasks and departments.</param>
/// <param name="time">The clock: tasks are called as the plan of the day calls them.</param>
/// <param name="text">The words.</param>
public sealed class FormWords(SnapshotStore store, TimeProvider time, IStringLocalizer<FormWords> text)
{
    private CityPlan Plan => store.Current.PlanAt(new(time.GetUtcNow()));

    public static string Form(ReturnForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Languages.IsEnglish ? form.NameEn ?? form.Name : form.Name;
    }

    /// <summary>What a row asks for: an indicator, or the progress of a task.</summary>
    public string Subject(RowEdit row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Task is not { } number) return store.Current.Catalogue.Indicator(row.Indicator) is { } found ? Names.Of(found) : row.Indicator;
        return text["Task", number, Plan.Task(number)?.Title ?? ""];
    }

    public string Unit(string code) => store.Current.Catalogue.Unit(code) is { } found ? Names.Of(found) : code;

    public string Department(string code) => Plan.DepartmentName(code);

    /// <summary>Why a form was not changed, and what can be done.</summary>
    public string Refusal(ChangeRefusal refusal) => text[$"Refusal{refusal}", ChangeReason.MaxLength];

    /// <summary>What is wrong with a form, in one sentence.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="place">Where its row stands now; null where it is about none.</param>
    public string Fault(FormFault fault, int? place)
    {
        ArgumentNullException.ThrowIfNull(fault);
        string sentence = text[$"Fault{fault.Reason}", fault.Value, FormCheck.MaxLength, FormCheck.MaxRows];
        return place is { } row ? text["InRow", row, sentence] : sentence;
    }
}
