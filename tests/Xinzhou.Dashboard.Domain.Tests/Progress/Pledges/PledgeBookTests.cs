using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Lights.MadePlan;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Pledges;

/// <summary>What is signed, and how long a signature holds.</summary>
[Trait("Category", "Quick")]
public sealed class PledgeBookTests
{
    private static readonly Figure Target = new HandMade().Add(Period.FullYear(2027), 2000.0m, kind: ValueKind.Target, comparator: Comparator.AtLeast);

    private static readonly Commitment Owed = Commitment(Target, owner: "fgw", baseline: "2020", isOfMeasure: true) with { Person = "王五" };

    public static TheoryData<Commitment> Others =>
    [
        Owed with { Owner = "gxj" }, Owed with { Person = "赵六" }, Owed with { Baseline = "2021" }, Owed with { Baseline = null }, Owed with { Tolerance = 3 },
        Owed with { Task = 1 }, Owed with { Path = [new(2026, 1900)] }, Owed with { Justification = "理由" },
    ];

    [Fact]
    public void Terms_are_written_one_way_whatever_zeros_the_numbers_carry()
    {
        var terms = TargetTerms.Of(Target, Owed with { Tolerance = 2.50m });

        Assert.Equal(
            """{"indicator":"gdp","unit":"140900","measure":"level","benchmark":null,"period":"2027-FY","scope":"","priceBasis":"current","comparator":">=","value":"2000","uom":"亿元","owner":"fgw","person":"王五","baseline":"2020","tolerance":"2.5","path":[],"justification":null,"task":null}""",
            terms.Text);
        Assert.Equal(64, terms.Digest.Length);
        Assert.Equal(terms.Digest, TargetTerms.Of(Target with { Value = 2000m }, Owed with { Tolerance = 2.5m }).Digest);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_signature_holds_under_its_terms_and_falls_away_with_any_change(Commitment changed)
    {
        var (signed, now) = (TargetTerms.Of(Target, Owed), TargetTerms.Of(Target, changed));
        var book = Book(Signature(signed, "2026-03-01"));

        Assert.Equal("王五", book.SignatureUnder(signed, At("2026-03-01"))?.By);
        Assert.Null(book.FallenAway(signed, At("2026-03-01")));
        Assert.Null(book.SignatureUnder(now, At("2026-03-01")));
        Assert.Equal("王五", book.FallenAway(now, At("2026-03-01"))?.By);
    }

    [Fact]
    public void A_target_that_is_set_anew_is_not_the_one_that_was_signed()
    {
        var signed = TargetTerms.Of(Target, Owed);

        Assert.Null(Book(Signature(signed, "2026-03-01")).SignatureUnder(TargetTerms.Of(Target with { Value = 2100 }, Owed), At("2026-03-02")));
    }

    [Fact]
    public void What_is_signed_later_is_not_signed_before_by_either_clock()
    {
        var signed = TargetTerms.Of(Target, Owed);
        var book = Book(Signature(signed, "2026-03-01"));

        foreach (var clock in Enum.GetValues<Clock>())
        {
            Assert.Null(book.SignatureUnder(signed, At("2026-02-28", clock)));
            Assert.NotNull(book.SignatureUnder(signed, At("2026-03-01", clock)));
        }

        Assert.Equal(HandMade.Day("2026-03-01"), book.LastChange(HandMade.Day("2026-04-01")));
        Assert.Null(book.LastChange(HandMade.Day("2026-02-01")));
    }

    [Fact]
    public void Who_is_named_signs_and_nobody_in_his_place()
    {
        Assert.Null(Signatory.Fault(Owed, Who("王五", "fgw")));
        Assert.Null(Signatory.Fault(Owed, Who("王五", null)));
        Assert.Equal(PlanCheckReason.NotResponsible, Signatory.Fault(Owed, Who("王五", "gxj")));
        Assert.Equal(PlanCheckReason.NotResponsible, Signatory.Fault(Owed, Who("赵六", "fgw")));
        Assert.Equal(PlanCheckReason.PersonMissing, Signatory.Fault(Owed with { Person = null }, Who("", "fgw")));
        Assert.Equal(PlanCheckReason.OwnerMissing, Signatory.Fault(Owed with { Owner = null }, Who("王五", "fgw")));
    }

    private static Actor Who(string name, string? department) => new(Guid.Empty, "wang", name, Role.Reporter, department);

    private static CommitmentSignature Signature(TargetTerms terms, string day) =>
        new(1, Target.Id, terms.Digest, terms.Text, "王五", HandMade.Day(day), SignatureFactor.Code);

    private static PledgeBook Book(params CommitmentSignature[] signatures) => PledgeBook.Of([], signatures);
}
