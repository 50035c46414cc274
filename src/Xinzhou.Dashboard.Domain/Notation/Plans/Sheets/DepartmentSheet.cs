using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>单位: departments by name, with a code and a place in the order where they are given.</summary>
/// <param name="names">Takes the departments.</param>
internal sealed class DepartmentSheet(PlanNames names)
{
    private readonly Dictionary<string, (string Code, int? Order, int Line, string Sheet)> _read = new(StringComparer.Ordinal);
    private readonly List<Department> _changed = [];

    /// <summary>Departments that there are, with another place in the order, or with a code that they had not.</summary>
    public IReadOnlyList<Department> Changed => _changed;

    /// <summary>How many rows say nothing new.</summary>
    public int Unchanged { get; private set; }

    public void Read(PlanRow row, string sheet)
    {
        var name = row.Key(PlanColumns.Name, int.MaxValue);
        var order = row.Whole(PlanColumns.Order);
        var code = row.Words(PlanColumns.Code, PlanNames.MaxLength);
        if (name is null)
        {
            return;
        }

        if (PlanNames.Wrong(name) is { } wrong)
        {
            row.Wrong(PlanColumns.Name, wrong);
            return;
        }

        if (code is not null && PlainText.OddLetterOf(code) is { } odd)
        {
            row.Wrong(PlanColumns.Code, new(FaultReason.OddCharacter, odd.ToString(), $"U+{odd.Value:X4}"));
        }

        if (_read.TryGetValue(PlainText.Key(name), out var before))
        {
            if ((before.Code, before.Order) == (code ?? "", order))
            {
                Unchanged++;
            }
            else
            {
                row.Wrong(PlanColumns.Name, new(FaultReason.DuplicateKey, before.Sheet, $"{before.Line}"));
            }

            return;
        }

        _read.Add(PlainText.Key(name), (code ?? "", order, row.Line, sheet));
        Enter(row, name, code, order);
    }

    /// <summary>A code for a department that was entered by its name alone; one that has a code keeps it.</summary>
    private void Give(PlanRow row, Department held, string code, int? order)
    {
        if (held.GivenCode is not null || held.Code != held.Name)
        {
            row.Wrong(PlanColumns.Code, new(FaultReason.DepartmentCodeHeld, held.ShownCode()));
        }
        else if (names.Find(code) is { } other)
        {
            row.Wrong(PlanColumns.Code, new(FaultReason.DepartmentCodeTaken, other.Name));
        }
        else
        {
            var given = held with { GivenCode = code, Order = order ?? held.Order };
            _changed.Add(given);
            names.Put(given);
        }
    }

    private void Enter(PlanRow row, string name, string? code, int? order)
    {
        var held = names.Find(name);
        if (held is not null && PlainText.Key(held.Name) != PlainText.Key(name))
        {
            row.Wrong(PlanColumns.Name, new(FaultReason.DepartmentCodeTaken, held.Name));
        }
        else if (held is not null && code is not null && code != held.ShownCode() && code != held.Code)
        {
            Give(row, held, code, order);
        }
        else if (held is null)
        {
            if (code is not null && names.Find(code) is { } other)
            {
                row.Wrong(PlanColumns.Code, new(FaultReason.DepartmentCodeTaken, other.Name));
                code = null;
            }

            // Entered even where something of its row is faulty: other sheets may name it.
            names.Add(name, code, order);
        }
        else if (order is { } place && place != held.Order)
        {
            _changed.Add(held with { Order = place });
        }
        else
        {
            Unchanged++;
        }
    }
}
