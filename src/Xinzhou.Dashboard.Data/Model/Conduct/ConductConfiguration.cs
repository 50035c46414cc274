using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Conduct;

/// <summary>The rule of scores, as it ever was. Only ever inserted.</summary>
internal sealed class ConductConfiguration : IEntityTypeConfiguration<AssessmentRuleEntity>
{
    public void Configure(EntityTypeBuilder<AssessmentRuleEntity> builder)
    {
        builder.ToTable("assessment_rules").HasKey(r => r.Id);
        builder.HasOne(r => r.Author).WithMany().HasForeignKey(r => r.SetBy);
    }
}
