-- Every pair by its best reading with the full score, from tables of readings (giver, taker), ways of a giver, receivers and points. NULL = unknown.
-- The lists of both directions are taken from it.
CREATE OR REPLACE TEMP TABLE best AS
WITH apart AS (
  SELECT
    giver.stream AS output, taker.stream AS demand, way.path, way.path_order, giver.material, taker.product,
    giver.quantity AS given, taker.quantity / way.ratio AS wanted, giver.confidence AS sureness, taker.confidence AS sure,
    coalesce(taker.price, way.price) AS paid, giver.money - way.treatment AS money, way.ratio, way.carbon, way.share, giver.class_share,
    CASE WHEN taker.treats THEN way.treated_ease ELSE way.ease END AS ease,
    giver.declared AND taker.declared AS declared, receiver.path IS NOT NULL AS receives, way.fit,
    giver.rail AND taker.rail AND NOT way.pipe AS by_rail, way.reach,
    way.road_fixed, way.road_near, way.road_far, way.road_co2, way.rail_fixed, way.rail_near, way.rail_far, way.rail_co2, way.detour,
    sqrt((giver.x - taker.x) * (giver.x - taker.x) + (giver.y - taker.y) * (giver.y - taker.y) + (giver.z - taker.z) * (giver.z - taker.z)) / 2 AS h
  FROM giver
  JOIN way ON way.giver = giver.item
  JOIN taker ON taker.product = way.product AND taker.company <> giver.company
    AND (taker.dimension = 0 OR taker.dimension = way.dimension)
  LEFT JOIN receiver ON receiver.path = way.path AND receiver.activity = taker.activity
), measured AS (
  SELECT *,
    CASE WHEN h >= 0.1 THEN 2 * 6371 * asin(least(h, 1))
      ELSE 2 * 6371 * (h * (1 + h * h * (1.0::DOUBLE / 6 + h * h * (3.0::DOUBLE / 40 + h * h * (5.0::DOUBLE / 112 + h * h * (35.0::DOUBLE / 1152 + h * h * (63.0::DOUBLE / 2816))))))) END
      * detour AS km
  FROM apart
  WHERE ease >= 0 AND (receives OR declared)
), carried AS (
  SELECT *,
    -- least() and greatest() pass over what is unknown
    CASE WHEN km IS NOT NULL THEN road_fixed + road_near * least(km, 100) + road_far * greatest(km - 100, 0) END AS by_road,
    CASE WHEN by_rail AND km IS NOT NULL THEN rail_fixed + rail_near * least(km, 100) + rail_far * greatest(km - 100, 0) END AS on_rail,
    CASE WHEN wanted IS NULL THEN given WHEN given IS NULL THEN wanted ELSE least(wanted, given) END AS quantity
  FROM measured
  WHERE km IS NULL OR reach IS NULL OR km <= CASE WHEN by_rail THEN reach * 2.5 ELSE reach END
), netted AS (
  SELECT *,
    money + ratio * paid - CASE WHEN on_rail < by_road THEN on_rail ELSE by_road END - coalesce((SELECT deal FROM points) / quantity, 0) AS net,
    carbon - CASE WHEN on_rail < by_road THEN rail_co2 * km ELSE road_co2 * km END AS co2,
    class_share + (given IS NOT NULL)::INT + ((wanted IS NOT NULL)::INT + (km IS NOT NULL)::INT + (paid IS NOT NULL)::INT) + share + declared::INT AS known
  FROM carried
), scored AS (
  SELECT output, demand, path, path_order, material, product,
    (floor(points.fit * (CASE WHEN receives THEN netted.fit * sureness ELSE netted.fit * 0.7 * sureness END * sure) + 1e-9)
      + floor(points.quantity * coalesce(CASE WHEN wanted / given > 1 THEN 1 ELSE wanted / given END, 0.4) + 1e-9)
      + floor(points.distance * coalesce(32.8 / (32.8 + km), 0.4) + 1e-9)
      + floor(points.economics * coalesce(0.5 + 0.5 * net / (abs(net) + 50), 0.4) + 1e-9)
      + floor(points.co2 * coalesce(0.5 + 0.5 * netted.co2 / (abs(netted.co2) + 300), 0.4) + 1e-9)
      + floor(points.legal * ease + 1e-9)
      + floor(points.confidence * (sureness * sure * (0.5 + 0.5 * (known / 7))) + 1e-9))::INT AS score
  FROM netted, points
)
SELECT output, demand, score, path FROM scored
QUALIFY row_number() OVER (PARTITION BY output, demand ORDER BY score DESC, path_order, material, product) = 1
