using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Conventions;

namespace Xinzhou.Dashboard.Data.Model.Rules;

/// <summary>Validation rules and their history.</summary>
internal sealed class RuleConfiguration :
    IEntityTypeConfiguration<RuleEntity>,
    IEntityTypeConfiguration<RuleVersionEntity>
{
    public void Configure(EntityTypeBuilder<RuleEntity> builder)
    {
        builder.ToTable("validation_rules").HasKey(r => r.Code);
        builder.Property(r => r.Definition).IsJson();
    }

    public void Configure(EntityTypeBuilder<RuleVersionEntity> builder)
    {
        builder.ToTable("validation_rule_versions").HasKey(v => v.Id);
        builder.Property(v => v.Definition).IsJson();
        builder.HasOne(v => v.Author).WithMany().HasForeignKey(v => v.ChangedBy);
    }
}
