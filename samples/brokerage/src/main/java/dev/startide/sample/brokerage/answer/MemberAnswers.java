package dev.startide.sample.brokerage.answer;

import static java.math.BigDecimal.ONE;
import static java.util.Objects.requireNonNull;

import dev.startide.sample.brokerage.answer.Versions.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Answers about the members of the dimensions and their versions.
final class MemberAnswers {

    private final Company company;

    MemberAnswers(Company company) {
        this.company = company;
    }

    List<Answer> all() {
        return List.of(
                membersAndVersions(),
                customersByVersions(),
                customersByOrigin(),
                accountVersionsByCountry(),
                brokersByBranch());
    }

    private Answer membersAndVersions() {
        return Answer.to(
                "members_and_versions",
                List.of(
                        counted("account", company.accountVersions),
                        counted("broker", company.brokerVersions),
                        counted("customer", company.customerVersions),
                        counted("security", company.securityVersions)));
    }

    private Answer customersByVersions() {
        Totals totals = new Totals();
        company.customerVersions
                .values()
                .forEach(versions -> totals.add(List.of(versions.all().size()), ONE));
        return Answer.to("customers_by_versions", totals.rows());
    }

    /// Counts versions, not customers, so that a first value which is not in every version shows;
    /// and mail addresses, which are overwritten everywhere.
    private Answer customersByOrigin() {
        Totals totals = new Totals();
        company.customers.forEach((key, course) -> {
            BigDecimal versions = BigDecimal.valueOf(
                    requireNonNull(company.customerVersions.get(key)).all().size());
            BigDecimal reachable = course.now("email") == null ? BigDecimal.ZERO : versions;
            totals.add(List.of(String.valueOf(course.first("referred_by"))), versions, reachable);
        });
        return Answer.to("customers_by_origin", totals.rows());
    }

    private Answer accountVersionsByCountry() {
        Totals totals = new Totals();
        company.accountVersions
                .values()
                .forEach(versions -> versions.all().forEach(version -> {
                    Version customer = company.customerOf(version);
                    totals.add(
                            List.of(
                                    String.valueOf(customer.state().values().get("country")),
                                    String.valueOf(version.state().values().get("tax_status"))),
                            ONE);
                }));
        return Answer.to("account_versions_by_country", totals.rows());
    }

    private Answer brokersByBranch() {
        Totals totals = new Totals();
        company.brokerVersions.forEach((key, versions) -> {
            Course course = requireNonNull(company.brokers.get(key));
            versions.all()
                    .forEach(version -> totals.add(
                            List.of(
                                    String.valueOf(course.now("branch")),
                                    String.valueOf(course.before("branch")),
                                    version.state().isGone() ? "gone" : "here"),
                            ONE));
        });
        return Answer.to("brokers_by_branch", totals.rows());
    }

    private static List<String> counted(String dimension, Map<Object, Versions> members) {
        long versions = members.values().stream()
                .mapToLong(member -> member.all().size())
                .sum();
        long current = members.values().stream().filter(Versions::isCurrent).count();
        return List.of(dimension, Long.toString(members.size()), Long.toString(versions), Long.toString(current));
    }
}
