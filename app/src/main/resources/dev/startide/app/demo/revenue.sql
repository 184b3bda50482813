SELECT
    customer_region AS region,
    ordered_year AS year,
    sum(orders) AS orders,
    sum(units) AS units,
    round(sum(revenue), 2) AS revenue
FROM mart.revenue_by_month
WHERE ordered_year IN (1996, 1997)
GROUP BY customer_region, ordered_year
ORDER BY customer_region, ordered_year
